/** What carries an id of the content: by these a place is found again in a page that has changed. */
const landmarks = ['data-statement', 'data-finding', 'data-passage', 'data-claim', 'data-handout'] as const
const landmarkSelector = landmarks.map((name) => `[${name}]`).join(', ')

/** Everything that scrolls by itself: the panes, and the page. */
const scrollers = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-pane-body], #page, [data-keeps-place]'),
]

/**
 * Remembers what is where on screen. Called later, when the content is another, what it returns puts the first thing that
 * was in sight of each part back to its height; where that is gone, the part stays scrolled as far as it was.
 */
export function keepPlace(): () => void {
  const places = scrollers().map((scroller) => ({
    scroller,
    top: scroller.scrollTop,
    anchor: anchorIn(scroller),
  }))
  return () => {
    for (const { scroller, top, anchor } of places) {
      if (!scroller.isConnected || top === 0) continue
      scroller.scrollTop = top
      const found = anchor === null ? null : scroller.querySelector(anchor.selector)
      if (anchor !== null && found !== null) scroller.scrollTop += heightIn(scroller, found) - anchor.height
    }
  }
}

/** How far below the upper edge of what scrolls something stands. */
const heightIn = (scroller: Element, one: Element): number =>
  one.getBoundingClientRect().top - scroller.getBoundingClientRect().top

function anchorIn(scroller: HTMLElement): { readonly selector: string; readonly height: number } | null {
  for (const one of scroller.querySelectorAll(landmarkSelector)) {
    const height = heightIn(scroller, one)
    if (height < 0) continue
    const selector = selectorOf(one)
    if (selector !== null) return { selector, height }
  }
  return null
}

function selectorOf(one: Element): string | null {
  for (const name of landmarks) {
    const id = one.getAttribute(name)
    if (id !== null) return `[${name}="${CSS.escape(id)}"]`
  }
  return null
}
