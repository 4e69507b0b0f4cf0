import { certainties, type Handout, type Retraction, type SourceId } from '../../bundle'
import type { FindingYaml } from '../authored/evidence-yaml'
import type { PathFlaw } from './path-flaw'

/** What the gate asks about sources. */
export interface RetractionContext {
  readonly retractionOf: (source: SourceId) => Retraction['status'] | null
  readonly sourceOf: (passage: string) => SourceId | null
}

/** The word for it in the languages that can be read; in others any doubt is taken for the acknowledgement. */
const acknowledged: Readonly<Record<string, RegExp>> = { en: /\bretract|\bwithdr[ae]w/i }

/**
 * A finding that rests on a retracted source says so in its `doubt`, which every reader of it is shown. One that rests
 * on nothing else is of very low certainty, which the wording of its statements then has to carry.
 */
export function checkFindingRetraction(
  { id, passages, estimates, certainty, doubt }: FindingYaml,
  language: string,
  { retractionOf, sourceOf }: RetractionContext,
): PathFlaw[] {
  const behind = passages.flatMap((passage) => sourceOf(passage) ?? [])
  const all = new Set([...behind, ...estimates.flatMap(({ source }) => source ?? [])])
  const retracted = [...all].filter((source) => retractionOf(source) === 'retracted')
  if (retracted.length === 0) return []
  const flaws: PathFlaw[] = []
  const says = acknowledged[language.split('-')[0] ?? ''] ?? /\S/
  if (doubt === undefined || !says.test(doubt))
    flaws.push({
      code: 'RETRACTED_NOT_SAID',
      path: [doubt === undefined ? 'id' : 'doubt'],
      detail: `${id} rests on ${retracted.join(', ')}`,
    })
  const onlyRetracted = behind.every((source) => retractionOf(source) === 'retracted')
  if (onlyRetracted && certainties.indexOf(certainty) < certainties.indexOf('very low'))
    flaws.push({
      code: 'RETRACTED_RATED_TOO_HIGH',
      path: ['certainty'],
      detail: `${id} is ${certainty} and rests on ${retracted.join(', ')} alone`,
    })
  return flaws
}

/** The retracted sources that a handout rests on, by itself or through its findings, or that it cites. */
export function retractedBehind(
  handout: Pick<Handout, 'findings' | 'passages'>,
  cited: Iterable<SourceId>,
  sourcesOfFinding: (finding: string) => readonly SourceId[],
  { retractionOf }: Pick<RetractionContext, 'retractionOf'>,
): SourceId[] {
  const behind = new Set<SourceId>([
    ...handout.findings.flatMap(({ id }) => sourcesOfFinding(id)),
    ...handout.passages.map(({ source }) => source),
    ...cited,
  ])
  return [...behind].filter((source) => retractionOf(source) === 'retracted')
}
