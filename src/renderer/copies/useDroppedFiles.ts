import { readonly, ref, type Ref } from 'vue'
import { holdsFiles } from './files-over-window'

/** Listeners for a part of the window that takes files, and whether some are held over it now. */
export function useDroppedFiles(take: (files: readonly File[]) => void): {
  readonly isOver: Readonly<Ref<boolean>>
  readonly listeners: Readonly<Record<'dragover' | 'dragleave' | 'drop', (event: DragEvent) => void>>
} {
  const isOver = ref(false)
  return {
    isOver: readonly(isOver),
    listeners: {
      dragover: (event) => {
        if (!holdsFiles(event) || event.dataTransfer === null) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        isOver.value = true
      },
      dragleave: (event) => {
        const [from, to] = [event.currentTarget, event.relatedTarget]
        // Moving on to something inside is no leaving.
        if (!(from instanceof Node && to instanceof Node && from.contains(to))) isOver.value = false
      },
      drop: (event) => {
        isOver.value = false
        if (!holdsFiles(event)) return
        event.preventDefault()
        take([...(event.dataTransfer?.files ?? [])])
      },
    },
  }
}
