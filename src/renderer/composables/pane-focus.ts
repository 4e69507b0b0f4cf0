import type { RowKind } from '../../search'

/** The panes on screen, from left to right. */
const panes = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-pane]')]

/**
 * Moves the focus to the next pane, and round again: to what is selected in it, else to its body. A pane that holds
 * nothing yet is passed over.
 */
export function focusNextPane(): void {
  const all = panes()
  const at = all.findIndex((pane) => pane.contains(document.activeElement))
  ;[...all.slice(at + 1), ...all.slice(0, at + 1)].some(focusIn)
}

/** Moves the focus to a pane by its name. False when it is not on screen. */
export function focusPane(name: string): boolean {
  const pane = panes().find((one) => one.getAttribute('aria-label') === name)
  if (pane === undefined) return false
  focusIn(pane)
  return true
}

/** Moves the focus to what a search hit of this kind landed on, so that the keys go on from there. */
export function focusLanding(kind: RowKind): void {
  const landing = landings[kind].map((selector) => document.querySelector<HTMLElement>(selector))
  const target = landing.find((element) => element !== null) ?? document.getElementById('page')
  target?.focus({ preventScroll: true })
}

const landings: Readonly<Record<RowKind, readonly string[]>> = {
  condition: ['[data-pane-body]'],
  statement: ['[data-statement][aria-current="true"]'],
  finding: ['[data-finding][aria-current="true"] a'],
  source: ['[data-passage][aria-current="true"]', '[data-pane-body]'],
  copy: ['[data-pane-body]'],
  claim: ['[aria-current="true"] [data-claim] a'],
  regimen: ['[data-regimen][aria-current="true"]', '[data-pane-body]'],
  handout: [],
  term: ['[data-term][aria-current="true"]'],
  resource: ['[data-resource][aria-current="true"]'],
}

/** False when there is nothing in the pane to take the focus. */
function focusIn(pane: HTMLElement): boolean {
  const selected = pane.querySelector<HTMLElement>(
    'a[aria-current="true"], [role="link"][aria-current="true"], [data-finding][aria-current="true"] a',
  )
  const target = selected ?? pane.querySelector<HTMLElement>('[data-pane-body]')
  target?.focus({ preventScroll: selected === null })
  return target !== null
}
