import { onBeforeUnmount } from 'vue'

interface Bar {
  readonly scope: () => Element | null
  readonly open: () => void
}

const bars = new Set<Bar>()

/** Listens for "find in this pane" while the component lives; `scope` is what the pane, or the part of one, covers. */
export function useFindRequests(scope: () => Element | null, open: () => void): void {
  const bar = { scope, open }
  bars.add(bar)
  onBeforeUnmount(() => bars.delete(bar))
}

/** Opens the find bar of what has the focus, else of the first pane there is. */
export function findInFocusedPane(): void {
  const all = [...bars]
  const focused = all.find(({ scope }) => scope()?.contains(document.activeElement))
  const chosen = focused ?? all.find(({ scope }) => scope()?.isConnected)
  chosen?.open()
}
