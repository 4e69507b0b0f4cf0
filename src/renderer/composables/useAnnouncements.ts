import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter } from 'vue-router'
import type { Command } from '../../shared/contract'
import { app } from '../bridge'
import { routeOf } from '../router'
import { useBundleSwitch } from './useBundleSwitch'
import { usePreview } from './usePreview'
import { useSession } from '../stores/session'

/** Follows what main says by itself: another bundle, a link to follow, a choice in the menu, a notice. */
export function useAnnouncements(run: (command: Command) => void): void {
  const router = useRouter()
  const session = useSession()
  const { follow } = useBundleSwitch()
  const preview = usePreview()
  const stops: (() => void)[] = []
  onMounted(() =>
    stops.push(
      app.listen('session', (said) => void follow(said)),
      app.listen('preview', (said) => void preview.follow(said)),
      app.listen('location', (path) => {
        if (session.bundle !== null) void router.push(routeOf(session.bundle.id, path))
      }),
      app.listen('command', run),
      app.listen('notice', session.tell),
    ),
  )
  onBeforeUnmount(() => stops.forEach((stop) => stop()))
}
