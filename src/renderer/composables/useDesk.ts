import { computed } from 'vue'
import { useRoute } from 'vue-router'
import {
  Chain,
  conditionIdSchema,
  failed,
  sourceIdSchema,
  type ConditionId,
  type Selection,
} from '../../bundle'
import { queryText } from './query-text'
import { useContent } from './useContent'
import { useReading } from './useReading'

/**
 * The desk as the route says it: the condition page, the chain, the selection in it, and the source that the selected
 * passage stands in. Nothing here is kept; all of it follows from the route and the bundle.
 */
export function useDesk() {
  const route = useRoute()
  const content = useContent()

  const conditionId = computed<ConditionId | null>(
    () => conditionIdSchema.safeParse(route.params['id']).data ?? null,
  )

  const page = useReading(
    () => (content.value === null ? null : { from: content.value, id: conditionId.value }),
    ({ from, id }) =>
      id === null ? Promise.resolve(failed({ code: 'NO_SUCH_PAGE' as const })) : from.condition(id),
  )

  const chain = computed(() =>
    page.value.is === 'open' ? new Chain(page.value.value.condition, page.value.value.summaries) : null,
  )

  /** False while the page of before is still shown: the route is ahead, and its ids are not that page's. */
  const isCurrent = computed(
    () => page.value.is === 'open' && page.value.value.condition.id === conditionId.value,
  )

  /** The reported schedule that the route names, and the passage of it that the source pane shows. */
  const regimenPassage = computed(() => {
    const regimens = page.value.is === 'open' && isCurrent.value ? page.value.value.condition.regimens : []
    const regimen = regimens.find(({ id }) => id === route.query['regimen'])
    return regimen?.passages.find(({ id }) => id === route.query['passage']) ?? regimen?.passages[0] ?? null
  })

  const selection = computed<Selection | null>((before) =>
    !isCurrent.value
      ? (before ?? null)
      : (chain.value?.select({
          statement: queryText(route.query['statement']),
          finding: queryText(route.query['finding']),
          passage: regimenPassage.value === null ? queryText(route.query['passage']) : undefined,
        }) ?? null),
  )

  const sourceId = computed(
    () =>
      regimenPassage.value?.source ??
      selection.value?.passage?.source ??
      sourceIdSchema.safeParse(route.query['source']).data ??
      null,
  )

  const source = useReading(
    () =>
      content.value === null || sourceId.value === null ? null : { from: content.value, id: sourceId.value },
    ({ from, id }) => from.source(id),
  )

  /** The passage that the source pane shows. */
  const shownPassage = computed(() => regimenPassage.value?.id ?? selection.value?.passage?.id ?? null)

  return { conditionId, page, chain, selection, source, shownPassage }
}
