import { computed, type ComputedRef } from 'vue'
import { success, type Source } from '../../bundle'
import type { OwnCopy } from '../../shared/contract'
import { app } from '../bridge'
import { useReading } from '../composables/useReading'
import { useSession } from '../stores/session'
import { useOwnCopies } from './useOwnCopies'

/** The reader's own copy of the source that is shown, or null; `unknown` while main is asked. */
export function useOwnCopy(source: () => Source | null): ComputedRef<OwnCopy | null | 'unknown'> {
  const session = useSession()
  const { changes } = useOwnCopies()
  const reading = useReading(
    () => {
      const id = source()?.id
      return session.bundle === null || id === undefined
        ? null
        : { bundle: session.bundle.id, source: id, change: changes.value }
    },
    async ({ bundle, source: id }) => {
      const reply = await app.ownCopy({ bundle, source: id })
      // What stays shown while the next is read must not pass for a copy of another source.
      return reply.ok ? success({ source: id, copy: reply.value }) : reply
    },
  )
  return computed(() => {
    const now = reading.value
    if (now.is === 'open' && now.value.source === source()?.id) return now.value.copy
    return now.is === 'failed' || now.is === 'empty' ? null : 'unknown'
  })
}
