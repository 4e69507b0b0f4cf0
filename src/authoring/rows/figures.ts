import { formatNumber, type Estimate, type Finding, type Group } from '../../bundle'

/** The figures of a finding as they print, so that they can be searched: `MD −0.34 points of 10 (95% CI −0.95 to 0.27)`. */
export const figuresOf = ({ time, studies, participants, countsNote, estimates, groups }: Finding): string =>
  [
    time,
    countsNote ?? (studies === undefined ? undefined : `${studies} ${studies === 1 ? 'study' : 'studies'}`),
    participants === undefined ? undefined : `${participants} participants`,
    ...estimates.map(estimateText),
    ...groups.map(groupText),
  ]
    .filter((text) => text !== undefined)
    .join('; ')

function estimateText({ label, measure, value, unit, interval, decimals, p }: Estimate): string {
  const number = (one: number): string => formatNumber(one, decimals)
  const range = interval && ` (${interval.level}% CI ${number(interval.low)} to ${number(interval.high)})`
  return [
    label === undefined ? '' : `${label}: `,
    `${measure === 'other' ? '' : `${measure} `}${number(value)}`,
    unit === undefined ? '' : ` ${unit}`,
    range ?? '',
    p === undefined ? '' : `, p ${/^[<>]/.test(p) ? '' : '= '}${p}`,
  ].join('')
}

function groupText({ label, participants, events, percent, result }: Group): string {
  const counts =
    participants === undefined
      ? undefined
      : events === undefined
        ? `n = ${participants}`
        : `${events} of ${participants}`
  const figures = [counts, percent === undefined ? undefined : `${percent}%`, result].filter(
    (text) => text !== undefined,
  )
  return `${label} ${figures.join(', ')}`.trim()
}
