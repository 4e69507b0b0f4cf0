import { useI18n } from 'vue-i18n'
import type { Source } from '../../bundle'

/** What is said of the retraction status of a source. */
export function useRetraction(): {
  /** The status with the day it was checked: `not known to be retracted (checked 20 Nov 2026)`. */
  readonly statusOf: (source: Source) => string
  /** True for a source that was taken back, or that its journal warns of. */
  readonly isWithdrawn: (source: Source) => boolean
} {
  const { t, d } = useI18n()
  return {
    statusOf: ({ retraction: { status, checked } }) =>
      [
        t(`source.retraction.${status}`),
        ...(checked === undefined ? [] : [t('source.checked', { day: d(checked, 'day') })]),
      ].join(' '),
    isWithdrawn: ({ retraction: { status } }) => status === 'retracted' || status === 'expression of concern',
  }
}
