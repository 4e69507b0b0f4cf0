import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useSession } from '../stores/session'
import { pageAt } from './query-words'

/** The path in the bundle of the page that the reader is on; null when a search cannot be kept to it. */
export function usePagePath() {
  const route = useRoute()
  const session = useSession()
  return computed(() => {
    const { bundle } = session
    if (bundle === null || route.params['bundle'] !== bundle.id) return null
    const path = route.path.slice(bundle.id.length + 1)
    return pageAt(path) === null ? null : path
  })
}
