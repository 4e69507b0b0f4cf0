import { useI18n } from 'vue-i18n'
import type { Finding, Group } from '../../bundle'

/** The figures of a finding in words, the same on screen and on paper. */
export function useFigures() {
  const { t, n: whole } = useI18n()

  /** "1,099 people, 1 study", or what the editors say where plain numbers would not. */
  function counts({ countsNote, participants, studies }: Finding): string {
    if (countsNote !== undefined) return countsNote
    const people =
      participants === undefined ? [] : [t('evidence.people', { n: whole(participants) }, participants)]
    const trials = studies === undefined ? [] : [t('evidence.studies', { n: whole(studies) }, studies)]
    return [...people, ...trials].join(', ')
  }

  /** "28% (5 of 18)", as far as it is known. */
  function resultOf({ events, participants: n, percent, result }: Group): string {
    if (result !== undefined) return result
    if (events === undefined || n === undefined)
      return percent === undefined ? '' : t('evidence.percent', { percent })
    return percent === undefined
      ? t('evidence.events', { events, n })
      : t('evidence.percentEvents', { percent, events, n })
  }

  /** "LDN: 28% (5 of 18)". */
  function groupText(group: Group): string {
    const result = resultOf(group)
    return result === '' ? group.label : t('evidence.inGroup', { result, group: group.label })
  }

  return { counts, groupText, resultOf }
}
