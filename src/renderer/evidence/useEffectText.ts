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
    const range = low === null || high === null ? '' : rangeText(count(low, of), count(high, of), from)
    return t('evidence.ofPeople', { n: count(value, of), of: n(of) }) + range
  }

  /** "46 more of 100 (95% CI 5 more to 62 more)". */
  function differenceText(effect: AbsoluteEffect, of: number, from: Estimate | null): string {
    const { value, low, high } = differenceOf(effect, of)
    const exact = effect.difference
    const range =
      low === null || high === null
        ? ''
        : rangeText(moreOrFewer(low, exact.low ?? 0), moreOrFewer(high, exact.high ?? 0), from)
    return t('evidence.differenceOf', { difference: moreOrFewer(value, exact.value), of: n(of) }) + range
  }

  /** Nothing where both ends read the same: "0 to 0" would pass for a sure result where there is only too little to count. */
  const rangeText = (low: number | string, high: number | string, from: Estimate | null): string =>
    low === high ? '' : ` (${t('evidence.interval', { level: from?.interval?.level ?? 95, low, high })})`

  /** Whole people; a few of so many that they are less than one are not nobody. */
  const count = (risk: number, of: number): number | string =>
    peopleOf(risk, of) === 0 && risk > 0 ? t('evidence.underOne') : peopleOf(risk, of)

  /** By whole people; where these are the same and the risks are not, still which way. */
  function moreOrFewer(people: number, exact: number): string {
    const isSame = Math.abs(exact) < 1e-9
    if (people === 0 && isSame) return t('evidence.same')
    const size = people === 0 ? t('evidence.underOne') : Math.abs(people)
    return (people === 0 ? exact : people) > 0
      ? t('evidence.more', { n: size })
      : t('evidence.fewer', { n: size })
  }

  /** "3 (95% CI 2 to 20) treated for one more to benefit". */
  function neededText({ value, low, high, for: purpose }: NumberNeeded, from: Estimate | null): string {
    const range = low === null || high === null ? '' : rangeText(low, high, from)
    return t(`evidence.needed.${purpose ?? 'unknown'}`, { n: `${value}${range}` })
  }

  return { estimateText, riskText, differenceText, neededText }
}
