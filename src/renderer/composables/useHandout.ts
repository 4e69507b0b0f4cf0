import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { failed, handoutIdSchema, type HandoutId } from '../../bundle'
import { useContent } from './useContent'
import { useReading } from './useReading'

/** The handout that the route names. */
export function useHandout() {
  const route = useRoute()
  const content = useContent()
  const id = computed<HandoutId | null>(() => handoutIdSchema.safeParse(route.params['id']).data ?? null)
  const handout = useReading(
    () => (content.value === null ? null : { from: content.value, id: id.value }),
    ({ from, id: now }) =>
      now === null ? Promise.resolve(failed({ code: 'NO_SUCH_PAGE' as const })) : from.handout(now),
  )
  return { id, handout }
}
