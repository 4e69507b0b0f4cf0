import type { Finding, SourceId, StudyRow } from '../bundle'
import type { SourceShelf } from './source-shelf'

/** The studies behind some findings, each once, in the order in which the findings name their sources. */
export function studiesBehind(findings: readonly Finding[], shelf: SourceShelf): StudyRow[] {
  const named = findings.flatMap(({ passages, estimates }) => [
    ...passages.map(({ source }) => source),
    ...estimates.flatMap(({ source }) => source ?? []),
  ])
  return [...new Set<SourceId>(named)].flatMap((id) => {
    const source = shelf.source(id)
    const study = source?.head?.study
    return source === null || study === undefined ? [] : [{ source: id, label: source.label, study }]
  })
}
