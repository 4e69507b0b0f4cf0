import { useI18n } from 'vue-i18n'
import type { BundleInfo, Certainty, ConditionEntry } from '../../bundle'

/** How sure the answer to the main question of a page is, and which question that is. */
export interface PageAnswer {
  readonly certainty: Certainty
  readonly of: string
}

/** What the contents say of a condition page beside its name; null where nobody said how sure its main answer is. */
export function usePageAnswer(): (entry: ConditionEntry, bundle: BundleInfo) => PageAnswer | null {
  const { t } = useI18n()
  return ({ answer }, { columns }) => {
    if (answer === undefined) return null
    const column = columns.find(({ id }) => id === answer.column)
    return { certainty: answer.certainty, of: column?.title ?? t('certainty.bottomLine') }
  }
}
