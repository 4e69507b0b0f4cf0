import { onBeforeUnmount } from 'vue'
import { useRouter, type Router } from 'vue-router'

/** Where each document was left, by the step of the history and the part of the pane that showed it. */
const places = new Map<number, Map<string, unknown>>()
const watched = new WeakSet<Router>()
const readers = new Map<string, () => unknown>()

/** The step of the history that is shown, and whether the reader came to it by going back or forward. */
let here = 0
let isReturn = false

const position = (): number => {
  const state: unknown = window.history.state
  const at = typeof state === 'object' && state !== null && 'position' in state ? state.position : 0
  return typeof at === 'number' ? at : 0
}

/** Follows the history of the window: keeps the places of the step that is left, forgets those that were pushed over. */
function follow(router: Router): void {
  if (watched.has(router)) return
  watched.add(router)
  here = position()
  let isPop = false
  router.options.history.listen((_to, _from, { type }) => (isPop = type === 'pop'))
  router.beforeEach(() => {
    places.set(here, new Map([...readers].map(([part, read]) => [part, read()])))
  })
  router.afterEach((_to, _from, failure) => {
    if (failure === undefined) {
      isReturn = isPop
      const now = position()
      if (!isPop) for (const step of places.keys()) if (step >= now) places.delete(step)
      here = now
    }
    isPop = false
  })
}

/**
 * Keeps where a document was scrolled to with each step of the history. `kept` gives the place at which the reader left
 * the step that they went back or forward to, and undefined when they came by a link.
 *
 * @param part names the part of the window that scrolls
 * @param read says where it is now; null while it shows nothing
 */
export function useScrollPlace<Place>(
  part: string,
  read: () => Place | null,
): { readonly kept: () => Place | undefined } {
  follow(useRouter())
  readers.set(part, read)
  onBeforeUnmount(() => {
    if (readers.get(part) === read) readers.delete(part)
  })
  return {
    kept: () => (isReturn ? ((places.get(here)?.get(part) ?? undefined) as Place | undefined) : undefined),
  }
}
