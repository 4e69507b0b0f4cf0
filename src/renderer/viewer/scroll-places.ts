import { onBeforeUnmount, watch } from 'vue'
import { useRoute, useRouter, type LocationQuery, type Router } from 'vue-router'

/** Where a document was left, which it is, and what the route named then. */
interface Left {
  readonly id: string
  readonly route: string
  readonly place: unknown
}

/** Who knows which document stands in a part of the pane, and where that is now. */
interface Reader {
  readonly id: () => string
  readonly read: () => unknown
}

/** Where each document was left, by the step of the history and the part of the pane that showed it. */
const places = new Map<number, Map<string, Left>>()
const watched = new WeakSet<Router>()
const readers = new Map<string, Reader>()

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

function keep(part: string, { id, read }: Reader, route: string): void {
  const left = { id: id(), route, place: read() }
  places.set(here, (places.get(here) ?? new Map<string, Left>()).set(part, left))
}

/** Follows the history of the window: keeps the places of the step that is left, forgets those that were pushed over. */
function follow(router: Router): void {
  if (watched.has(router)) return
  watched.add(router)
  here = position()
  let isPop = false
  router.options.history.listen((_to, _from, { type }) => (isPop = type === 'pop'))
  router.beforeEach((_to, from) => {
    for (const [part, reader] of readers) keep(part, reader, named(from))
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
 * @param id names the document
 * @param read says where it is now; null while it shows nothing
 */
export function useScrollPlace<Place>(
  part: string,
  id: () => string,
  read: () => Place | null,
): { readonly kept: () => Place | undefined } {
  const route = useRoute()
  const reader = { id, read }
  follow(useRouter())
  readers.set(part, reader)
  // A document that is left stands for a while in the step that leaves it: it has no place in that.
  let step = here
  watch(
    () => route.fullPath,
    () => (step = here),
    { flush: 'post' },
  )
  onBeforeUnmount(() => {
    if (readers.get(part) !== reader) return
    readers.delete(part)
    if (step === here) keep(part, reader, named(route))
  })
  return {
    kept: () => {
      const left = places.get(here)?.get(part)
      const isThis = left?.id === id() && left.route === named(route)
      return isThis ? ((left.place ?? undefined) as Place | undefined) : undefined
    },
  }
}
