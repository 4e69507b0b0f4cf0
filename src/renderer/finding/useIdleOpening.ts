import { watch } from 'vue'
import { whenIdle } from '../composables/when-idle'
import { useSession } from '../stores/session'
import { useFinding } from './finding-store'

/**
 * Opens the search index of the bundle when the window has been painted and has nothing else to do, so that the first
 * letter typed is answered at once. Who focuses the field before that opens it themselves. Another bundle ends the
 * waiting for this one.
 */
export function useIdleOpening(): void {
  const session = useSession()
  const finding = useFinding()
  watch(
    () => session.bundle,
    (bundle, _, onCleanup) => {
      if (bundle !== null) onCleanup(whenIdle(() => finding.start()))
    },
    { immediate: true },
  )
}
