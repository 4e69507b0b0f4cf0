import type { FlawCode } from '../bundle'
import type { BundleYaml } from './authored/bundle-yaml'
import type { FindingYaml } from './authored/evidence-yaml'
import { checkArithmetic } from './gates/arithmetic/finding-gates'
import { checkDoses } from './gates/finding-doses'
import { checkFindingRetraction } from './gates/retraction'
import type { SourceShelf } from './source-shelf'
import type { YamlPath } from './yaml-text'

/** What a finding is checked against. */
export interface FindingContext {
  readonly shelf: SourceShelf
  /** Null when `bundle.yaml` itself has a flaw. */
  readonly bundle: BundleYaml | null
}

/** Checks the rules of one finding that reach beyond a single field, and tells them at a path in the finding. */
export function checkFinding(
  finding: FindingYaml,
  { shelf, bundle }: FindingContext,
  tell: (code: FlawCode, path: YamlPath, detail?: string) => void,
): void {
  checkRest(finding, tell)
  const known = {
    retractionOf: (source: string) => shelf.source(source)?.head?.retraction.status ?? null,
    sourceOf: (passage: string) => shelf.passage(passage)?.source ?? null,
  }
  for (const { code, path, detail } of [
    ...checkArithmetic(finding),
    ...checkDoses(finding),
    ...checkFindingRetraction(finding, bundle?.languages[0] ?? 'en', known),
  ])
    tell(code, path, detail)
  for (const [index, id] of finding.passages.entries())
    if (shelf.passage(id) === null) tell('UNKNOWN_PASSAGE', ['passages', index], id)
  for (const [index, { source, value, interval }] of finding.estimates.entries()) {
    if (source !== undefined && shelf.source(source) === null)
      tell('UNKNOWN_SOURCE', ['estimates', index, 'source'], source)
    if (interval !== undefined && !(interval.low <= value && value <= interval.high))
      tell(
        'INTERVAL_WITHOUT_ESTIMATE',
        ['estimates', index, 'interval'],
        `${finding.id}: ${value} is not between ${interval.low} and ${interval.high}`,
      )
  }
  for (const [index, id] of (finding.against ?? []).entries()) {
    const at: YamlPath = ['against', index]
    if (finding.conflict === undefined)
      tell('BAD_FIELD', at, 'against: needs conflict, which says what differs')
    if (shelf.source(id) === null) tell('UNKNOWN_SOURCE', at, id)
    if (finding.passages.some((passage) => shelf.passage(passage)?.source === id))
      tell('BAD_FIELD', at, `against: the finding itself rests on ${id}`)
  }
  for (const [index, { label, participants, events }] of finding.groups.entries())
    if (participants !== undefined && events !== undefined && events > participants)
      tell('BAD_FIELD', ['groups', index, 'events'], `${label}: more events than participants`)
  if (finding.column === undefined) return
  if (bundle !== null && !bundle.columns.some(({ id }) => id === finding.column))
    tell('BAD_FIELD', ['column'], `column: bundle.yaml has no column "${finding.column}"`)
  if (finding.short === undefined)
    tell('BAD_FIELD', ['column'], 'short: missing; the column of the overview shows it')
}

/** A finding rests on passages, or says that nothing was found: one of the two, never both or neither. */
function checkRest(
  finding: FindingYaml,
  tell: (code: FlawCode, path: YamlPath, detail?: string) => void,
): void {
  const saysNone = finding.noEvidence !== undefined
  const shows = (['passages', 'estimates', 'groups'] as const).find((field) => finding[field].length > 0)
  if (!saysNone && finding.passages.length === 0) tell('NO_PASSAGE', ['id'], finding.id)
  else if (!saysNone && finding.certainty === 'none')
    tell('EVIDENCE_AND_NONE', ['certainty'], `${finding.id} has certainty none without noEvidence`)
  else if (saysNone && finding.certainty !== 'none')
    tell(
      'EVIDENCE_AND_NONE',
      ['certainty'],
      `${finding.id} has noEvidence and certainty ${finding.certainty}`,
    )
  if (saysNone && shows !== undefined)
    tell('EVIDENCE_AND_NONE', [shows], `${finding.id} has noEvidence and ${shows}`)
}
