import { leadsSomewhere } from '../authoring/links'
import { weakest, type Block, type Coverage, type FlawCode } from '../bundle'
import { pointersIn, type Pointers } from './check-nodes'
import type { KeptParts } from './check-parts'

/** Follows every reference from one part of a bundle to another, and reports those that lead nowhere. */
export function checkReferences(parts: KeptParts): void {
  checkContents(parts)
  checkStatements(parts)
  checkFindings(parts)
  checkConditions(parts)
  checkSources(parts)
  checkHandouts(parts)
  checkClaims(parts)
  checkRows(parts)
}

/** Counts the chain anew, as `lectern pack` counts it. */
export function countCoverage({ statements, findings, passages }: KeptParts): Coverage {
  const stated = [...statements.values()].map(({ node }) => node)
  const found = [...findings.values()].map(({ finding }) => finding)
  const rests = (id: string): boolean => (findings.get(id)?.finding.passages.length ?? 0) > 0
  return {
    statements: stated.length,
    withFinding: stated.filter((node) => node.findings.every((id) => findings.has(id))).length,
    withPassage: stated.filter((node) => node.findings.some(rests)).length,
    findings: found.length,
    noEvidenceFound: found.filter(({ noEvidence }) => noEvidence !== undefined).length,
    passages: passages.size,
  }
}

interface Known {
  has(id: string): boolean
}

/** Reports the ids that are not there. */
function checkIds(
  parts: KeptParts,
  ids: readonly string[],
  known: Known,
  code: FlawCode,
  at: string,
  by = '',
): void {
  for (const id of ids) if (!known.has(id)) parts.tell(code, at, by === '' ? id : `${by}: ${id}`)
}

function checkContents(parts: KeptParts): void {
  const { info, paths, conditions, handouts } = parts
  const at = 'bundle.json'
  if (info === null) return
  const promised = [
    ...info.conditions.flatMap(({ id }) => [`conditions/${id}.json`, `evidence/${id}.json`]),
    ...info.handouts.map(({ id }) => `handouts/${id}.json`),
    ...info.search.shards,
    'claims.json',
    'references.json',
  ]
  checkIds(parts, promised, paths, 'MISSING_ENTRY', at)
  const listed = new Set<string>([...promised])
  for (const path of paths)
    if (/^(?:conditions|evidence|handouts|search)\//.test(path) && !listed.has(path))
      parts.tell('STRAY_FILE', path, 'the contents do not list it')
  for (const { id, cells } of info.conditions)
    for (const { finding } of cells) checkFinding(parts, finding, id, at, `cell of ${id}`)
  const named = info.handouts.flatMap(({ condition }) => condition ?? [])
  checkIds(parts, named, conditions, 'UNKNOWN_CONDITION', at)
  checkPage(parts, info.about, at)
  if (!parts.isWhole) return
  const counted = {
    ...countCoverage(parts),
    sources: parts.sources.size,
    claims: parts.claims?.claims.length ?? 0,
    handouts: handouts.size,
  }
  const said = { ...info.coverage, ...info.counts, handouts: info.handouts.length }
  for (const key of Object.keys(said) as (keyof typeof said)[])
    if (said[key] !== counted[key])
      parts.tell('BAD_JSON', at, `${key}: says ${said[key]}, where there are ${counted[key]}`)
}

/** A finding that a condition's page needs; its desk shows only its own. */
function checkFinding(parts: KeptParts, id: string, condition: string, at: string, by: string): void {
  const found = parts.findings.get(id)
  if (found === undefined) parts.tell('UNKNOWN_FINDING', at, `${by}: ${id}`)
  else if (found.condition !== condition) parts.tell('FINDING_ELSEWHERE', at, `${by}: ${id}`)
}

function checkStatements(parts: KeptParts): void {
  for (const { condition, path, node } of parts.statements.values()) {
    for (const id of node.findings) checkFinding(parts, id, condition, path, node.id)
    const under = node.findings.flatMap((id) => parts.findings.get(id)?.finding.certainty ?? [])
    if (under.length === node.findings.length && weakest(under) !== node.certainty)
      parts.tell('BAD_JSON', path, `${node.id}: says ${node.certainty}, its findings ${weakest(under)}`)
  }
}

function checkFindings(parts: KeptParts): void {
  const { findings, passages, sources, conditions } = parts
  for (const { condition, path, finding } of findings.values()) {
    const { id, noEvidence } = finding
    if (!conditions.has(condition)) parts.tell('UNKNOWN_CONDITION', path, condition)
    if (finding.passages.length === 0 && noEvidence === undefined) parts.tell('NO_PASSAGE', path, id)
    if (finding.passages.length > 0 && noEvidence !== undefined) parts.tell('EVIDENCE_AND_NONE', path, id)
    for (const passage of finding.passages) {
      const holder = passages.get(passage.id)
      if (holder === undefined) parts.tell('UNKNOWN_PASSAGE', path, `${id}: ${passage.id}`)
      else if (holder !== passage.source)
        parts.tell('UNKNOWN_PASSAGE', path, `${id}: ${passage.id} stands in ${holder}, not ${passage.source}`)
    }
    const named = finding.estimates.flatMap(({ source }) => source ?? [])
    checkIds(parts, named, sources, 'UNKNOWN_SOURCE', path, id)
  }
}

function checkConditions(parts: KeptParts): void {
  const claims = parts.claimIds
  for (const [name, { sections, claims: named, handouts, sources }] of parts.conditions) {
    const at = `conditions/${name}.json`
    for (const { body } of sections) checkPage(parts, body, at)
    checkIds(parts, named, claims, 'BROKEN_LINK', at, 'claim')
    const ids = handouts.map(({ id }) => id)
    checkIds(parts, ids, parts.handouts, 'UNKNOWN_HANDOUT', at)
    const shown = sources.map(({ id }) => id)
    checkIds(parts, shown, parts.sources, 'UNKNOWN_SOURCE', at)
  }
}

function checkSources(parts: KeptParts): void {
  const claims = parts.claimIds
  for (const { path, held, restsOn, ...pointers } of parts.sources.values()) {
    checkPointers(parts, pointers, path)
    for (const [passage, { findings, statements, claims: named, handouts }] of Object.entries(restsOn)) {
      if (!held.includes(passage)) parts.tell('UNKNOWN_PASSAGE', path, passage)
      for (const { id, condition } of findings) checkFinding(parts, id, condition, path, passage)
      checkStated(parts, statements, path, passage)
      const said = named.map(({ id }) => id)
      checkIds(parts, said, claims, 'BROKEN_LINK', path, `${passage}: claim`)
      const papers = handouts.map(({ id }) => id)
      checkIds(parts, papers, parts.handouts, 'UNKNOWN_HANDOUT', path, passage)
    }
    checkIds(parts, pointers.passages, new Set(held), 'UNKNOWN_PASSAGE', path)
  }
}

interface Stated {
  readonly id: string
  readonly condition: string
  readonly finding: string
}

function checkStated(parts: KeptParts, stated: readonly Stated[], at: string, by: string): void {
  for (const { id, condition, finding } of stated) {
    const kept = parts.statements.get(id)
    if (kept?.condition !== condition) parts.tell('UNKNOWN_STATEMENT', at, `${by}: ${id}`)
    else if (!kept.node.findings.some((one) => one === finding))
      parts.tell('UNKNOWN_FINDING', at, `${by}: ${id} does not rest on ${finding}`)
  }
}

function checkHandouts(parts: KeptParts): void {
  for (const [name, handout] of parts.handouts) {
    const at = `handouts/${name}.json`
    checkPage(parts, [...handout.short, ...handout.body], at)
    const condition = handout.condition === null ? [] : [handout.condition]
    checkIds(parts, condition, parts.conditions, 'UNKNOWN_CONDITION', at)
    for (const finding of handout.findings) checkFinding(parts, finding.id, finding.condition, at, name)
    for (const { id, source } of handout.passages)
      if (parts.passages.get(id) !== source) parts.tell('UNKNOWN_PASSAGE', at, `${id} in ${source}`)
  }
}

function checkClaims(parts: KeptParts): void {
  const at = 'claims.json'
  const article = parts.claims?.article
  if (article) checkIds(parts, [article.source], parts.sources, 'UNKNOWN_SOURCE', at)
  for (const { id, conditions, statements, sources } of parts.claims?.claims ?? []) {
    checkIds(parts, conditions, parts.conditions, 'UNKNOWN_CONDITION', at, id)
    checkStated(parts, statements, at, id)
    const named = sources.map((source) => source.id)
    checkIds(parts, named, parts.sources, 'UNKNOWN_SOURCE', at, id)
  }
}

/** A result of a search that leads nowhere would be worse than none. */
function checkRows(parts: KeptParts): void {
  const { conditions, statements: statement, findings: finding, sources: source, handouts: handout } = parts
  const known = { condition: conditions, statement, finding, source, handout, claim: parts.claimIds }
  for (const { path, kind, id } of parts.rows)
    if (!known[kind].has(id)) parts.tell('BROKEN_LINK', path, `${kind}: ${id}`)
}

const checkPage = (parts: KeptParts, blocks: readonly Block[], at: string): void =>
  checkPointers(parts, pointersIn(blocks), at)

function checkPointers(parts: KeptParts, { cited, links }: Pointers, at: string): void {
  checkIds(parts, cited, parts.sources, 'UNKNOWN_SOURCE', at)
  const { conditions, handouts, sources, findings, passages, statements } = parts
  const targets = {
    conditions,
    handouts,
    sources,
    findings,
    passages,
    claims: parts.claimIds,
    statementsOf: (condition: string) => ({
      has: (id: string) => statements.get(id)?.condition === condition,
    }),
  }
  for (const to of links) if (!leadsSomewhere(to, targets)) parts.tell('BROKEN_LINK', at, to)
}
