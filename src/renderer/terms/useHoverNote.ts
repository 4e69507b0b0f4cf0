import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'

/** Long enough that a pointer on its way elsewhere opens nothing, in milliseconds. */
const delay = 450

/** Long enough to cross the gap between a word and its note, in milliseconds. */
const grace = 150

/** The name of the one note that can be open. */
export const noteId = 'hover-note'

/** Closes the note that was opened last: two at once would cover each other. */
let closeLast = (): void => undefined

/**
 * When the note of a trigger is open: after a while under a pointer that was moved onto it, at once on focus from the keyboard.
 * A page that scrolls beneath a resting pointer opens nothing, and a note that scrolling closed opens again with the next move.
 * Leaving word and note (WCAG 1.4.13: a pointer may rest on the note) and pressing close it; after a press or Escape it stays
 * closed until the pointer has left. Touch does not open it.
 * A page holds hundreds of triggers, so each costs a few listeners until then.
 */
export function useHoverNote(isDisabled: () => boolean) {
  const anchor = shallowRef<HTMLElement | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let leaving: ReturnType<typeof setTimeout> | undefined
  let isHushed = false

  /** The pointer is on the note, or back on its word. */
  const hold = (): void => clearTimeout(leaving)
  const close = (): void => {
    hold()
    clearTimeout(timer)
    timer = undefined
    anchor.value = null
  }
  /** Closes it for as long as the pointer stays. */
  const hush = (): void => {
    close()
    isHushed = true
  }
  /** The pointer has left; unless it comes back in time the note closes. */
  const leave = (): void => {
    hold()
    clearTimeout(timer)
    timer = undefined
    if (anchor.value !== null) leaving = setTimeout(close, grace)
  }
  const open = (trigger: EventTarget | null): void => {
    if (isDisabled() || !(trigger instanceof HTMLElement)) return
    closeLast()
    closeLast = close
    anchor.value = trigger
  }
  onBeforeUnmount(close)

  const listeners = {
    onPointermove: ({ pointerType, currentTarget }: PointerEvent): void => {
      hold()
      if (pointerType === 'touch' || isHushed || timer !== undefined || anchor.value !== null) return
      timer = setTimeout(() => {
        timer = undefined // had it nothing to say, the next move asks again
        open(currentTarget)
      }, delay)
    },
    onPointerleave: (): void => {
      isHushed = false
      leave()
    },
    onPointerdown: hush,
    onClick: hush,
    onFocus: ({ currentTarget }: FocusEvent): void => {
      if (currentTarget instanceof Element && currentTarget.matches(':focus-visible')) open(currentTarget)
    },
    onBlur: close,
  }
  /** The trigger while its note is open, else null. */
  const opened: Readonly<ShallowRef<HTMLElement | null>> = anchor
  return { anchor: opened, close, hush, hold, leave, listeners }
}
