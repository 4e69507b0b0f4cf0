import type { Coverage } from '../bundle'
import type { ConditionPage } from './condition-pages'
import type { EvidenceBook } from './evidence-book'
import type { SourceShelf } from './source-shelf'

/** Counts how much of a folder is held by the chain. A statement with a broken chain counts, but not as held. */
export function countCoverage(
  pages: readonly ConditionPage[],
  book: EvidenceBook,
  shelf: SourceShelf,
): Coverage {
  const held = pages.flatMap(({ statements }) => statements)
  const findings = book.all().map(({ finding }) => finding)
  const passagesOf = (id: string): number => book.finding(id)?.finding?.passages.length ?? 0
  return {
    statements: pages.reduce((sum, { stated }) => sum + stated.size, 0),
    withFinding: held.length,
    withPassage: held.filter((statement) => statement.findings.some((id) => passagesOf(id) > 0)).length,
    findings: findings.length,
    noEvidenceFound: findings.filter(({ noEvidence }) => noEvidence !== undefined).length,
    passages: shelf.all().reduce((sum, { passages }) => sum + passages.length, 0),
  }
}
