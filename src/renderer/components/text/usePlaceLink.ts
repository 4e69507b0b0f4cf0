import { useRouter, type RouteLocationRaw } from 'vue-router'

/**
 * Makes a `span` a link within the window, by click and by Enter. Not an `a` element: no selection of words can begin in
 * one, and the words of statements and passages are what readers copy. The click that ends a selection follows nothing.
 *
 * @param to where it leads
 * @param isChosen whether that is what is shown: Enter is then left to those who go on from there
 */
export function usePlaceLink(to: () => RouteLocationRaw | null, isChosen: () => boolean) {
  const router = useRouter()

  function follow(): void {
    const place = to()
    if (place !== null) void router.push(place)
  }

  return {
    role: 'link',
    tabindex: 0,
    onMousedown: ({ currentTarget }: MouseEvent): void => {
      if (currentTarget instanceof HTMLElement) keepFromFocus(currentTarget)
    },
    onClick: (event: MouseEvent): void => {
      const { button, altKey, ctrlKey, metaKey, shiftKey, currentTarget } = event
      if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return
      if (event.defaultPrevented || endsSelection(event)) return
      if (currentTarget instanceof HTMLElement) currentTarget.focus({ preventScroll: true })
      follow()
    },
    onKeydown: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.target !== event.currentTarget || isChosen()) return
      event.preventDefault()
      follow()
    },
  }
}

/**
 * While the mouse is down, what it is on does not take the focus: Chromium drops a selection that begins before the first
 * letter of what has just been focused. A click that follows the link brings the focus along.
 */
function keepFromFocus(element: HTMLElement): void {
  element.removeAttribute('tabindex')
  const up = new AbortController()
  const restore = (): void => {
    up.abort()
    element.setAttribute('tabindex', '0')
  }
  for (const event of ['mouseup', 'dragend'])
    window.addEventListener(event, restore, { signal: up.signal, capture: true })
  window.addEventListener('blur', restore, { signal: up.signal }) // the window's own: it was left while pressed
}

/** A click of a screen reader or a script counts no presses: it ends no selection, wherever there is one. */
function endsSelection({ detail, currentTarget }: MouseEvent): boolean {
  const selection = window.getSelection()
  if (detail === 0 || selection?.isCollapsed !== false || !(currentTarget instanceof Node)) return false
  return selection.getRangeAt(0).intersectsNode(currentTarget)
}
