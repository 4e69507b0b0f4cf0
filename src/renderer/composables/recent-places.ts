import { shallowRef, type ShallowRef } from 'vue'
import type { Router } from 'vue-router'
import { useTrail } from './trail'

/** Where the reader was. */
export interface Place {
  readonly bundle: string
  /** The whole path with its query, to go back to. */
  readonly path: string
  /** The page and what was selected on it: "Fibromyalgia, mean pain". */
  readonly label: string
}

/** How many places are offered to go on from. */
const most = 3

const places = shallowRef<readonly Place[]>([])

/** Where the reader was since the start, the latest first, each page once. The start itself opens where they left. */
export const useRecentPlaces = (): Readonly<ShallowRef<readonly Place[]>> => places

/** Keeps each page that the reader leaves, by what the status bar said of it. */
export function recordPlaces(router: Router): () => void {
  const trail = useTrail()
  return router.afterEach((to, from) => {
    const [page, selected] = trail.value // still that of the page that is left
    if (from.path === to.path || page === undefined) return
    places.value = [
      {
        bundle: String(from.params['bundle']),
        path: from.fullPath,
        label: selected === undefined ? page : `${page}, ${selected}`,
      },
      ...places.value.filter(({ path }) => path.split('?')[0] !== from.path),
    ].slice(0, most)
  })
}
