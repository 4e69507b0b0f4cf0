import { onBeforeUnmount, watch } from 'vue'
import { useRoute, useRouter, type LocationQuery, type Router } from 'vue-router'

/** Where a document was left, and what the route named then. */
interface Left {
  readonly route: string
  readonly place: unknown
}

/** Where each document was left, by the step of the history and the part of the pane that showed it. */
const places = new Map<number, Map<string, Left>>()
const watched = new WeakSet<Router>()
const readers = new Map<string, () => unknown>()

/** The step of the history that is shown. */
let here = 0

const position = (): number => {
  const state: unknown = window.history.state
  const at = typeof state === 'object' && state !== null && 'position' in state ? state.position : 0
  return typeof at === 'number' ? at : 0
}

/** What a route is about: which pane is in front changes nothing of what is in it. */
const named = ({ path, query }: { readonly path: string; readonly query: LocationQuery }): string =>
  JSON.stringify([path, Object.entries(query).filter(([name]) => name !== 'pane')])

function keep(part: string, route: string, place: unknown): void {
  places.set(here, (places.get(here) ?? new Map<string, Left>()).set(part, { route, place }))
}

/** Follows the history of the window: keeps the places of the step that is left, forgets those that were pushed over. */
function follow(router: Router): void {
  if (watched.has(router)) return
  watched.add(router)
  here = position()
  let isPop = false
  router.options.history.listen((_to, _from, { type }) => (isPop = type === 'pop'))
  router.beforeEach((_to, from) => {
    for (const [part, read] of readers) keep(part, named(from), read())
  })
  router.afterEach((_to, _from, failure) => {
    if (failure === undefined) {
      const now = position()
      const isPush = !isPop && now !== here
      if (isPush) for (const step of places.keys()) if (step >= now) places.delete(step)
      here = now
    }
    isPop = false
  })
}

/**
 * Keeps where a document was scrolled to with each step of the history, also while its pane is away or is built anew in
 * another width. `kept` gives the place at which the reader left the step that is shown; undefined when they came to it by
 * a link, or left it at something else.
 *
 * @param part names the part of the window that scrolls
 * @param read says where it is now; null while it shows nothing
 */
export function useScrollPlace<Place>(
  part: string,
  read: () => Place | null,
): { readonly kept: () => Place | undefined } {
  const route = useRoute()
  follow(useRouter())
  readers.set(part, read)
  // A document that a step leaves is taken away when the next one is shown already: it has no place in that.
  let step = here
  watch(
    () => route.fullPath,
    () => (step = here),
    { flush: 'post' },
  )
  onBeforeUnmount(() => {
    if (readers.get(part) !== read) return
    readers.delete(part)
    if (step === here) keep(part, named(route), read())
  })
  return {
    kept: () => {
      const left = places.get(here)?.get(part)
      return left?.route === named(route) ? ((left.place ?? undefined) as Place | undefined) : undefined
    },
  }
}
