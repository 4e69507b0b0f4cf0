import { leadsSomewhere } from '../authoring'
import {
  payload,
  weakest,
  type Block,
  type BundleInfo,
  type Coverage,
  type FlawCode,
  type PassageRef,
} from '../bundle'
import type { RowKind } from '../search'
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
  checkRegimens(parts)
  checkStudies(parts)
  checkResources(parts)
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
    'search/names.json',
    'claims.json',
    'references.json',
    'glossary.json',
    'resources.json',
  ]
  checkIds(parts, promised, paths, 'MISSING_ENTRY', at)
  const listed = new Set<string>([...promised])
  for (const path of paths)
    if (/^(?:conditions|evidence|handouts|search)\//.test(path) && !listed.has(path))
      parts.tell('STRAY_FILE', path, 'the contents do not list it')
  for (const { id, cells } of info.conditions)
    for (const { finding } of cells) checkFinding(parts, finding, id, at, `cell of ${id}`)
  checkHashes(parts, info, at)
  checkIds(parts, info.safety === null ? [] : [info.safety], conditions, 'UNKNOWN_CONDITION', at, 'safety')
  const named = info.handouts.flatMap(({ condition }) => condition ?? [])
  checkIds(parts, named, conditions, 'UNKNOWN_CONDITION', at)
  for (const { condition, finding } of info.changes.flatMap(({ items }) =>
    items.flatMap(({ concerns }) => concerns),
  )) {
    checkIds(parts, [condition], conditions, 'UNKNOWN_CONDITION', at, 'changes')
    if (finding !== undefined) checkFinding(parts, finding.id, condition, at, 'changes')
  }
  checkPage(parts, info.about, at)
  if (!parts.isWhole) return
  const counted = {
    ...countCoverage(parts),
    sources: parts.sources.size,
    // Bundles packed before this was counted do not say it.
    pdfs: info.counts.pdfs === 0 ? 0 : [...paths].filter((path) => /^files\/.+\.pdf$/.test(path)).length,
    claims: parts.claims?.claims.length ?? 0,
    regimens: parts.regimens.size,
    terms: parts.terms.size,
    resources: parts.resources.size,
    handouts: handouts.size,
  }
  const said = { ...info.coverage, ...info.counts, handouts: info.handouts.length }
  for (const key of Object.keys(said) as (keyof typeof said)[])
    if (said[key] !== counted[key])
      parts.tell('BAD_JSON', at, `${key}: says ${said[key]}, where there are ${counted[key]}`)
}

/** The content hashes that the contents promise are those of the files. */
function checkHashes(parts: KeptParts, { conditions, handouts }: BundleInfo, at: string): void {
  const promised = [
    ...conditions.flatMap(({ id, sha256 }) => [
      [payload.condition(id), sha256.page] as const,
      [payload.evidence(id), sha256.evidence] as const,
    ]),
    ...handouts.map(({ id, sha256 }) => [payload.handout(id), sha256] as const),
  ]
  for (const [path, said] of promised) {
    const found = parts.hashes.get(path)
    if (found !== undefined && found !== said) parts.tell('WRONG_CONTENT_HASH', at, path)
  }
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
    const named = [...finding.estimates.flatMap(({ source }) => source ?? []), ...(finding.against ?? [])]
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
    checkPassages(parts, handout.passages, at, name)
    const original = handout.translation === null ? [] : [handout.translation.of]
    checkIds(parts, original, parts.handouts, 'UNKNOWN_HANDOUT', at)
  }
}

/** Passages that are named together with the source that holds them. */
function checkPassages(parts: KeptParts, refs: readonly PassageRef[], at: string, by: string): void {
  for (const { id, source } of refs)
    if (parts.passages.get(id) !== source) parts.tell('UNKNOWN_PASSAGE', at, `${by}: ${id} in ${source}`)
}

function checkRegimens(parts: KeptParts): void {
  for (const { condition, regimen } of parts.regimens.values()) {
    const at = `conditions/${condition}.json`
    for (const finding of regimen.findings) checkFinding(parts, finding, condition, at, regimen.id)
    checkPassages(parts, regimen.passages, at, regimen.id)
  }
}

function checkStudies(parts: KeptParts): void {
  for (const [name, { studies }] of parts.evidence) {
    const named = studies.map(({ source }) => source)
    checkIds(parts, named, parts.sources, 'UNKNOWN_SOURCE', `evidence/${name}.json`, 'studies')
  }
}

function checkResources(parts: KeptParts): void {
  for (const { id, sources } of parts.resources.values()) {
    const named = sources.map((source) => source.id)
    checkIds(parts, named, parts.sources, 'UNKNOWN_SOURCE', 'resources.json', id)
  }
}

function checkClaims(parts: KeptParts): void {
  const at = 'claims.json'
  const article = parts.claims?.article
  if (article) checkIds(parts, [article.source], parts.sources, 'UNKNOWN_SOURCE', at)
  for (const { id, conditions, statements, passages, sources } of parts.claims?.claims ?? []) {
    checkIds(parts, conditions, parts.conditions, 'UNKNOWN_CONDITION', at, id)
    checkStated(parts, statements, at, id)
    checkPassages(parts, passages, at, id)
    const named = sources.map((source) => source.id)
    checkIds(parts, named, parts.sources, 'UNKNOWN_SOURCE', at, id)
  }
}

/** A result of a search that leads nowhere would be worse than none. */
function checkRows(parts: KeptParts): void {
  const known: Readonly<Record<RowKind, Known>> = {
    condition: parts.conditions,
    statement: parts.statements,
    finding: parts.findings,
    claim: parts.claimIds,
    regimen: parts.regimens,
    source: parts.sources,
    copy: new Map(), // what readers have of their own is in no bundle
    handout: parts.handouts,
    term: parts.terms,
    resource: parts.resources,
  }
  for (const { path, kind, id } of parts.rows)
    if (!known[kind].has(id)) parts.tell('BROKEN_LINK', path, `${kind}: ${id}`)
}

const checkPage = (parts: KeptParts, blocks: readonly Block[], at: string): void =>
  checkPointers(parts, pointersIn(blocks), at)

function checkPointers(parts: KeptParts, { cited, links }: Pointers, at: string): void {
  checkIds(parts, cited, parts.sources, 'UNKNOWN_SOURCE', at)
  const { conditions, handouts, sources, findings, passages, statements, terms, resources } = parts
  const targets = {
    terms,
    resources,
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
