import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'

/** Long enough that a pointer on its way elsewhere opens nothing, in milliseconds. */
const delay = 450

/** The name of the one note that can be open. */
export const noteId = 'hover-note'

/** Closes the note that was opened last: two at once would cover each other. */
let closeLast = (): void => undefined

/**
 * When the note of a trigger is open: after a while under the pointer, at once on focus from the keyboard. Leaving and
 * pressing close it; touch does not open it. A page holds hundreds of triggers, so each costs a few listeners until then.
 */
export function useHoverNote(isDisabled: () => boolean) {
  const anchor = shallowRef<HTMLElement | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const close = (): void => {
    clearTimeout(timer)
    anchor.value = null
  }
  const open = (trigger: EventTarget | null): void => {
    if (isDisabled() || !(trigger instanceof HTMLElement)) return
    closeLast()
    closeLast = close
    anchor.value = trigger
  }
  onBeforeUnmount(close)

  const listeners = {
    onPointerenter: ({ pointerType, currentTarget }: PointerEvent): void => {
      clearTimeout(timer)
      if (pointerType !== 'touch') timer = setTimeout(() => open(currentTarget), delay)
    },
    onPointerleave: close,
    onPointerdown: close,
    onClick: close,
    onFocus: ({ currentTarget }: FocusEvent): void => {
      if (currentTarget instanceof Element && currentTarget.matches(':focus-visible')) open(currentTarget)
    },
    onBlur: close,
  }
  /** The trigger while its note is open, else null. */
  const opened: Readonly<ShallowRef<HTMLElement | null>> = anchor
  return { anchor: opened, close, listeners }
}
