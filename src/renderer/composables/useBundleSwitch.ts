import { useRouter } from 'vue-router'
import type { BundleId, Outcome } from '../../bundle'
import type { Session } from '../../shared/contract'
import type { Failure } from '../../shared/failure'
import { app } from '../bridge'
import { useFinding } from '../finding/finding-store'
import { routeOf } from '../router'
import { useSession } from '../stores/session'

/** Opening another bundle, and going to where the reader was in it. */
export function useBundleSwitch() {
  const router = useRouter()
  const session = useSession()
  const finding = useFinding()

  /** Takes over a session; goes to its place unless it failed, which the failure screen then says. */
  async function follow(said: Session): Promise<void> {
    const isOther = said.bundle?.id !== session.bundle?.id
    const location = session.take(said)
    if (isOther) finding.letGo()
    if (said.failure === null && said.bundle !== null)
      await router.push(routeOf(said.bundle.id, location ?? '/'))
  }

  async function followOutcome(outcome: Outcome<Session | null, Failure>): Promise<void> {
    const said = session.valueOf(outcome)
    if (said !== null) await follow(said)
  }

  return {
    follow,
    /** Lets the reader choose a bundle. */
    choose: async () => followOutcome(await app.chooseBundle(null)),
    /** Opens another bundle of the reader's. */
    openKnown: async (bundle: BundleId) => followOutcome(await app.openKnownBundle({ bundle })),
    /** Opens the bundle that comes with Lectern. */
    openDefault: async () => followOutcome(await app.openDefaultBundle(null)),
  }
}
