import { useI18n } from 'vue-i18n'
import { formatNumber, type Estimate } from '../../bundle'
import { differenceOf, peopleOf, type AbsoluteEffect, type NumberNeeded, type Ranged } from '../../evidence'

/** Effects as sentences, the same in tables, pictures and their text alternatives. */
export function useEffectText() {
  const { t, n } = useI18n()

  /** "−0.34 points of 10 (95% CI −0.95 to 0.27)". */
  function estimateText({ value, unit, decimals, interval }: Estimate): string {
    const figure = [formatNumber(value, decimals), ...(unit === undefined ? [] : [unit])].join(' ')
    if (interval === undefined) return `${figure} (${t('evidence.noInterval')})`
    const range = t('evidence.interval', {
      level: interval.level,
      low: formatNumber(interval.low, decimals),
      high: formatNumber(interval.high, decimals),
    })
    return `${figure} (${range})`
  }

  /** "84 of 100 (95% CI 43 to 100)". The level of the interval is that of the estimate the figures come from. */
  function riskText({ value, low, high }: Ranged, of: number, from: Estimate | null): string {
    const range = low === null || high === null ? '' : rangeText(peopleOf(low, of), peopleOf(high, of), from)
    return t('evidence.ofPeople', { n: peopleOf(value, of), of: n(of) }) + range
  }

  /** "46 more of 100 (95% CI 5 more to 62 more)". */
  function differenceText(effect: AbsoluteEffect, of: number, from: Estimate | null): string {
    const { value, low, high } = differenceOf(effect, of)
    const range = low === null || high === null ? '' : rangeText(moreOrFewer(low), moreOrFewer(high), from)
    return t('evidence.differenceOf', { difference: moreOrFewer(value), of: n(of) }) + range
  }

  const rangeText = (low: number | string, high: number | string, from: Estimate | null): string =>
    ` (${t('evidence.interval', { level: from?.interval?.level ?? 95, low, high })})`

  function moreOrFewer(people: number): string {
    if (people === 0) return t('evidence.same')
    return people > 0 ? t('evidence.more', { n: people }) : t('evidence.fewer', { n: -people })
  }

  /** "3 (95% CI 2 to 20) treated for one more to benefit". */
  function neededText({ value, low, high, for: purpose }: NumberNeeded, from: Estimate | null): string {
    const range = low === null || high === null ? '' : rangeText(low, high, from)
    return t(`evidence.needed.${purpose ?? 'unknown'}`, { n: `${value}${range}` })
  }

  return { estimateText, riskText, differenceText, neededText }
}
