import type { ClaimsFile, Dependents, Handout } from '../bundle'
import type { StatedHere } from './condition-pages'
import type { EvidenceBook } from './evidence-book'
import type { RegimenBook } from './regimen-book'

/** Everything that can rest on a passage. */
export interface Resting {
  readonly book: EvidenceBook
  readonly statements: readonly StatedHere[]
  readonly claims: ClaimsFile['claims']
  readonly handouts: readonly Handout[]
  readonly regimens: RegimenBook
}

/** The chain read upwards: for each passage all that rests on it. A passage on which nothing rests is not listed. */
export function traceUpwards({
  book,
  statements,
  claims,
  handouts,
  regimens,
}: Resting): ReadonlyMap<string, Dependents> {
  const traced = new Map<string, Dependents>()
  const at = (passage: string): Dependents => {
    const dependents = traced.get(passage) ?? structuredClone(noDependents)
    traced.set(passage, dependents)
    return dependents
  }
  const passagesOf = (finding: string): string[] =>
    book.finding(finding)?.finding?.passages.map(({ id }) => id) ?? []

  for (const { finding, condition } of book.all())
    for (const passage of passagesOf(finding.id))
      at(passage).findings.push({ id: finding.id, condition, outcome: finding.outcome })

  const passagesUnder = new Map<string, Set<string>>()
  for (const { id, condition, findings, text } of statements) {
    const under = new Set<string>()
    for (const finding of findings)
      for (const passage of passagesOf(finding)) {
        if (!under.has(passage)) at(passage).statements.push({ id, condition, finding, text })
        under.add(passage)
      }
    passagesUnder.set(id, under)
  }

  for (const { id, says, statements: named, passages } of claims)
    for (const passage of new Set([
      ...named.flatMap((statement) => [...(passagesUnder.get(statement.id) ?? [])]),
      ...passages.map((direct) => direct.id),
    ]))
      at(passage).claims.push({ id, says })

  for (const { id, title, findings, passages } of handouts)
    for (const passage of new Set([
      ...findings.flatMap((finding) => passagesOf(finding.id)),
      ...passages.map((direct) => direct.id),
    ]))
      at(passage).handouts.push({ id, title })

  for (const [condition, list] of regimens)
    for (const { id, title, passages } of list)
      for (const passage of passages) at(passage.id).regimens.push({ id, condition, title })
  return traced
}

/** What a passage has on which nothing rests. */
export const noDependents: Dependents = {
  findings: [],
  statements: [],
  claims: [],
  handouts: [],
  regimens: [],
}
