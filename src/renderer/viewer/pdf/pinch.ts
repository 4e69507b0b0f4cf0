/** Hears that the reader wants it larger by a factor, about a point of the window. */
export type Pinched = (factor: number, x: number, y: number) => void

/** One notch of a mouse's wheel counts as much as this many pixels of a trackpad. */
const notch = 15

/** Fingers that moved less than this apart, in CSS pixels, scroll. */
const least = 8

/** What a turn of the wheel with Ctrl asks for; a trackpad's pinch arrives as such turns (UI Events, 3.5). */
export const factorOfWheel = (deltaY: number): number =>
  Math.exp(-Math.max(-notch, Math.min(notch, deltaY)) / 100)

/**
 * Listens for pinches of two fingers on a screen and on a trackpad, and for Ctrl with the wheel. Other turns of the
 * wheel, and one finger, scroll as ever.
 */
export function listenForPinches(element: HTMLElement, pinched: Pinched, signal: AbortSignal): void {
  let apart: number | null = null
  element.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      pinched(factorOfWheel(event.deltaY), event.clientX, event.clientY)
    },
    { passive: false, signal },
  )
  element.addEventListener('touchstart', ({ touches }) => (apart = distance(touches)), {
    passive: true,
    signal,
  })
  element.addEventListener(
    'touchmove',
    (event) => {
      const now = distance(event.touches)
      const [one, other] = event.touches
      if (apart === null || now === null || one === undefined || other === undefined) return
      if (event.cancelable) event.preventDefault()
      if (Math.abs(now - apart) < least) return
      pinched(now / apart, (one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2)
      apart = now
    },
    { passive: false, signal },
  )
  for (const name of ['touchend', 'touchcancel'] as const)
    element.addEventListener(name, ({ touches }) => (apart = distance(touches)), { passive: true, signal })
}

/** How far two fingers are from one another; null when there are not two. */
function distance(touches: TouchList): number | null {
  const [one, other] = touches
  if (touches.length !== 2 || one === undefined || other === undefined) return null
  return Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY))
}
