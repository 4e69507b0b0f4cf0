import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFinding } from './finding-store'
import { groupsOf, hasNothing } from './hit-groups'
import { lackingNote } from './lacking-note'
import { readQuery } from './query-words'

/** What a screen reader is told of the newest answer: how many there are, of which kinds, and what was given up. */
export function useSpokenAnswer(isOpen: () => boolean): ComputedRef<string> {
  const { t } = useI18n()
  const finding = useFinding()
  return computed(() => {
    const { answer } = finding
    if (!isOpen() || answer === null || answer.isPartial || readQuery(finding.query).isEmpty) return ''
    const { found, query } = answer
    if (found.total === 0) {
      if (!hasNothing(found, query)) return t('search.completions', found.completions.length)
      const nothing = t('search.nothing', { text: query.trim() })
      return found.suggestions.length === 0
        ? nothing
        : `${nothing} ${t('search.nearest')}: ${found.suggestions.join(', ')}`
    }
    const groups = groupsOf(found, new Set()).map(
      ({ kind, count }) => `${t(`search.groups.${kind}`)} ${count}`,
    )
    const notes = [
      ...(found.relaxed === 'none' ? [] : [t(`search.relaxed.${found.relaxed}`)]),
      ...(found.lacking.length === 0 ? [] : [lackingNote(found, t)]),
    ]
    return [`${t('search.count', found.total)}: ${groups.join(', ')}.`, ...notes].join(' ')
  })
}
