import type { Router } from 'vue-router'
import { bundleIdSchema } from '../../bundle'
import { app } from '../bridge'
import { useSession } from '../stores/session'

/**
 * Opens the bundle that a route names, when it is another one of the reader's: a hit of a search, back and forward lead
 * across bundles. One that cannot be opened leaves the reader where they were, and says why.
 */
export function followBundles(router: Router): void {
  router.beforeResolve(async (to) => {
    const session = useSession()
    const id = bundleIdSchema.safeParse(to.params['bundle']).data
    if (id === undefined || session.bundle === null || id === session.bundle.id) return true
    const said = session.valueOf(await app.openKnownBundle({ bundle: id }))
    if (said === null) return false
    session.take(said)
    return said.failure === null && said.bundle?.id === id
  })
}
