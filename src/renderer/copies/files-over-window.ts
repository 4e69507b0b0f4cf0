import { readonly, ref, type Ref } from 'vue'

/** While files are held over a window, it is told so several times a second. Longer silence, in milliseconds, ends it. */
const silence = 1_000

const isOver = ref(false)
let timer: ReturnType<typeof setTimeout> | undefined
let isListening = false

/** True for an event that carries files, and not words that were selected. */
export const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Takes note of a drag event, in the window or in a frame of it. */
export function noteDrag(event: DragEvent): void {
  if (!holdsFiles(event)) return
  clearTimeout(timer)
  isOver.value = true
  timer = setTimeout(end, silence)
}

function end(): void {
  clearTimeout(timer)
  isOver.value = false
}

/**
 * Whether files are held over the window. A frame keeps such events to itself, so what takes files lays itself over its
 * frames meanwhile.
 */
export function useFilesOverWindow(): Readonly<Ref<boolean>> {
  if (!isListening) {
    isListening = true
    for (const name of ['dragenter', 'dragover'] as const) window.addEventListener(name, noteDrag, true)
    window.addEventListener('drop', end, true)
    window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && end(), true)
  }
  return readonly(isOver)
}
