import type { EvidenceSummary, Finding, StudyRow } from '../bundle'

/** The studies that a finding rests on, by its passages and estimates, in the order of the table. */
export function studiesOf(finding: Finding, studies: readonly StudyRow[]): StudyRow[] {
  const sources = new Set([
    ...finding.passages.map(({ source }) => source),
    ...finding.estimates.flatMap(({ source }) => source ?? []),
  ])
  return studies.filter(({ source }) => sources.has(source))
}

/**
 * The studies to set side by side where a finding says that studies disagree: its own first, then those of the other
 * findings of its summary that say so too. Each once.
 */
export function disagreeing(
  finding: Finding,
  { findings }: EvidenceSummary,
  studies: readonly StudyRow[],
): StudyRow[] {
  const others = findings.filter(({ id, conflict }) => id !== finding.id && conflict !== undefined)
  return [...new Set([finding, ...others].flatMap((one) => studiesOf(one, studies)))]
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

/** True when the studies do not all say the same of a field. Where a study is silent, nothing is known to differ. */
export function differs(field: StudyField, studies: readonly StudyRow[]): boolean {
  const said = studies.flatMap(({ study }) => {
    const value = study[field]
    return value === undefined ? [] : [typeof value === 'string' ? value : value.judgement]
  })
  return new Set(said).size > 1
}
