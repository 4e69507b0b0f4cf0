import { computed, type ComputedRef } from 'vue'
import type { Condition } from '../../bundle'
import { useSession } from '../stores/session'
import { useContent } from './useContent'
import { useReading } from './useReading'

/** The page of the bundle that holds contraindications and interactions; null until it is read and where there is none. */
export function useSafetyPage(): ComputedRef<Condition | null> {
  const session = useSession()
  const content = useContent()
  const page = useReading(
    () => {
      const id = session.bundle?.safety ?? null
      return content.value === null || id === null ? null : { from: content.value, id }
    },
    ({ from, id }) => from.condition(id),
  )
  return computed(() => (page.value.is === 'open' ? page.value.value.condition : null))
}
