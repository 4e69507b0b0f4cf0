import { nextTick, onBeforeUnmount, onMounted, onUpdated, type Ref } from 'vue'

/** How far a key moves the focus in a table, in rows and columns; infinity is its edge. */
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageUp: [-8, 0],
  PageDown: [8, 0],
}

/** Where the link led that had the focus last, so that a reader who comes back goes on from it. */
let lastFocused: string | null = null

/**
 * Arrow keys between the links of a table, so that Tab needs one step to pass it (ARIA Authoring Practices, roving
 * tabindex). The table stays a table for a screen reader. Cells without a link are passed over. Who follows a link and comes
 * back finds the focus where it was.
 */
export function useGridKeys(table: Readonly<Ref<HTMLElement | null>>): void {
  let current: HTMLElement | null = null
  const rows = (): (HTMLElement | null)[][] =>
    [...(table.value?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.querySelectorAll<HTMLElement>(':scope > *')].map((cell) =>
        cell.querySelector<HTMLElement>('a'),
      ),
    )

  /** One link takes the focus from Tab: the one that had it last, else the first. */
  function rove(): void {
    const links = rows().flatMap((row) => row.filter((link) => link !== null))
    if (current === null || !links.includes(current)) current = links[0] ?? null
    for (const link of links) link.tabIndex = link === current ? 0 : -1
  }

  function focused({ target }: FocusEvent): void {
    const link = target instanceof Element ? target.closest<HTMLElement>('tbody a') : null
    if (link === null) return
    lastFocused = link.getAttribute('href')
    if (link === current) return
    current = link
    rove()
  }

  /** A page that was come back to has somewhere to go forward to; a new one takes no focus. */
  function comeBack(): void {
    const { forward = null } = (window.history.state ?? {}) as { readonly forward?: string | null }
    if (forward === null || document.activeElement !== document.body) return
    rows()
      .flat()
      .find((link) => link !== null && link.getAttribute('href') === lastFocused)
      ?.focus()
  }

  function pressed(event: KeyboardEvent): void {
    const move = moves[event.key]
    const from = event.target
    if (move === undefined || event.altKey || event.shiftKey || event.metaKey || !(from instanceof Element))
      return
    const all = rows()
    const row = all.findIndex((cells) => cells.includes(from.closest('a')))
    if (row === -1) return
    event.preventDefault()
    const column = all[row]?.indexOf(from.closest('a')) ?? 0
    nextLink(all, row, column, event.ctrlKey ? [move[1], 0] : move)?.focus()
  }

  onMounted(() => {
    table.value?.addEventListener('keydown', pressed)
    table.value?.addEventListener('focusin', focused)
    rove()
    comeBack()
  })
  onUpdated(() => void nextTick(rove))
  onBeforeUnmount(() => {
    table.value?.removeEventListener('keydown', pressed)
    table.value?.removeEventListener('focusin', focused)
  })
}

type Cells = readonly (readonly (HTMLElement | null)[])[]

/** The link that a move leads to: the first one on the way from there on, or the last one before the edge. */
function nextLink(
  all: Cells,
  row: number,
  column: number,
  [down, right]: readonly [number, number],
): HTMLElement | null {
  const line = right === 0 ? all.map((cells) => cells[column] ?? null) : (all[row] ?? [])
  const at = right === 0 ? row : column
  const by = right === 0 ? down : right
  const aim = Math.min(line.length - 1, Math.max(0, at + by))
  const step = Math.sign(by)
  const onward = range(aim, step > 0 ? line.length - 1 : 0, step)
  const backward = range(aim, at + step, -step)
  return [...onward, ...backward].flatMap((place) => line[place] ?? [])[0] ?? null
}

/** Whole numbers from one to another, both included, by a step of 1 or −1. */
const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(0, (to - from) * step + 1) }, (_, index) => from + index * step)
