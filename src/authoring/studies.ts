import type { Finding, SourceId, StudyRow } from '../bundle'
import { designOf } from './rows/design'
import type { SourceShelf } from './source-shelf'

/** The studies behind some findings, each once, in the order in which the findings name their sources. */
export function studiesBehind(findings: readonly Finding[], shelf: SourceShelf): StudyRow[] {
  return rowsOf(findings.flatMap(sourcesOf), shelf)
}

/** Those, and after them the studies that findings say they disagree with. */
export const studiesBeside = (findings: readonly Finding[], shelf: SourceShelf): StudyRow[] =>
  rowsOf([...findings.flatMap(sourcesOf), ...findings.flatMap(({ against = [] }) => against)], shelf)

const sourcesOf = ({ passages, estimates }: Finding): SourceId[] => [
  ...passages.map(({ source }) => source),
  ...estimates.flatMap(({ source }) => source ?? []),
]

function rowsOf(named: readonly SourceId[], shelf: SourceShelf): StudyRow[] {
  return [...new Set<SourceId>(named)].flatMap((id) => {
    const source = shelf.source(id)
    const study = source?.head?.study
    return source === null || study === undefined ? [] : [{ source: id, label: source.label, study }]
  })
}

/** The kinds of those studies, each once, in the same order. */
export const designsBehind = (findings: readonly Finding[], shelf: SourceShelf): string[] => [
  ...new Set(studiesBehind(findings, shelf).map(({ study }) => designOf(study.design))),
]
