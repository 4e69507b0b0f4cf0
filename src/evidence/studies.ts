import type { Finding, StudyRow } from '../bundle'

/** The studies that a finding rests on, by its passages and estimates, in the order of the table. */
export function studiesOf(finding: Finding, studies: readonly StudyRow[]): StudyRow[] {
  const sources = new Set([
    ...finding.passages.map(({ source }) => source),
    ...finding.estimates.flatMap(({ source }) => source ?? []),
  ])
  return studies.filter(({ source }) => sources.has(source))
}

/**
 * The studies to set side by side where a finding says that studies disagree: those it rests on, then those that it says have
 * other results for its outcome. No others, however much they are about the same question.
 */
export function disagreeing(finding: Finding, studies: readonly StudyRow[]): StudyRow[] {
  const { against = [] } = finding
  const own = studiesOf(finding, studies)
  return [...own, ...studies.filter((row) => against.includes(row.source) && !own.includes(row))]
}

/** What a table of studies says of each, in this order. */
export const studyFields = [
  'design',
  'country',
  'population',
  'participants',
  'dose',
  'duration',
  'comparator',
  'funding',
  'riskOfBias',
  'results',
] as const
/** See {@link studyFields}. */
export type StudyField = (typeof studyFields)[number]

/** The fields that at least one of the studies reports. */
export const reportedFields = (studies: readonly StudyRow[]): StudyField[] =>
  studyFields.filter((field) => studies.some(({ study }) => study[field] !== undefined))

/** What can explain that studies disagree. Where they took place, who paid and what came out is for the reader to judge. */
const explaining: readonly StudyField[] = [
  'design',
  'population',
  'participants',
  'dose',
  'duration',
  'comparator',
  'riskOfBias',
]

/**
 * True when the studies do not all say the same of a field that can explain why they disagree. Where a study is silent, nothing
 * is known to differ. Of doses and durations the amounts are compared, not the words around them; of the risk of bias the
 * judgement, not its reason.
 */
export function differs(field: StudyField, studies: readonly StudyRow[]): boolean {
  if (!explaining.includes(field)) return false
  const said = studies.flatMap(({ study }) => {
    const value = study[field]
    if (value === undefined) return []
    return [typeof value === 'string' ? comparable(field, value) : value.judgement]
  })
  return new Set(said.filter((one) => one !== '')).size > 1
}

/** An amount with its unit: `4.5 mg`, `2 micrograms`, `12 weeks`. */
const amounts =
  /\d+(?:\.\d+)?(?: (?:to|or) \d+(?:\.\d+)?)? (?:mg|g|micrograms?|days?|weeks?|months?|years?)\b/gi

/** What two studies would have to share to be the same in a field; empty when the text gives nothing to compare. */
function comparable(field: StudyField, text: string): string {
  if (field === 'dose' || field === 'duration')
    return (text.toLowerCase().match(amounts) ?? []).toSorted().join(', ')
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
