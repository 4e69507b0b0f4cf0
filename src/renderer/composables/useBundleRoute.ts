import { useRoute, type RouteLocationRaw } from 'vue-router'
import { routeOf } from '../router'

/** Makes routes of paths in the bundle that is shown: `to('/sources/bruun2024')`. */
export function useBundleRoute(): (path: string) => RouteLocationRaw {
  const route = useRoute()
  return (path) => routeOf(String(route.params['bundle']), path)
}
