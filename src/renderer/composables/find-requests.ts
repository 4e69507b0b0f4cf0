import { onBeforeUnmount } from 'vue'

const bars = new Map<string, () => void>()

/** Listens for "find in this pane" while the component lives. */
export function useFindRequests(pane: string, open: () => void): void {
  bars.set(pane, open)
  onBeforeUnmount(() => {
    if (bars.get(pane) === open) bars.delete(pane)
  })
}

/** Opens the find bar of the pane that has the focus, else of the first pane there is. */
export function findInFocusedPane(): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-pane]')?.getAttribute('aria-label')
  const open = bars.get(focused ?? '') ?? bars.values().next().value
  open?.()
}
