import { watch } from 'vue'
import { useRoute } from 'vue-router'
import { app } from '../bridge'
import { useSession } from '../stores/session'

/** Has main keep where the reader is, for the next start. */
export function useRememberedRoute(): void {
  const route = useRoute()
  const session = useSession()
  watch(
    () => route.fullPath,
    (path) => {
      const { bundle } = session
      if (bundle === null || route.name === 'paper' || route.params['bundle'] !== bundle.id) return
      const location = path.slice(bundle.id.length + 1)
      void app.rememberLocation({
        bundle: bundle.id,
        location: location.startsWith('/') ? location : `/${location}`,
      })
    },
    { immediate: true },
  )
}
