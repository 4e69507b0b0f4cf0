import {
  statementsIn,
  textOf,
  weakest,
  type Certainty,
  type ConditionId,
  type FindingId,
  type FlawCode,
  type PageKind,
  type Section,
  type SourceId,
  type StatementId,
} from '../bundle'
import { conditionHeadSchema, type ConditionHead } from './authored/condition-head'
import type { BundleYaml } from './authored/bundle-yaml'
import type { EvidenceBook } from './evidence-book'
import type { FlawList } from './flaw-list'
import type { AuthoredPage, FolderTexts } from './folder-texts'
import { IdRegister } from './id-register'
import type { PlacedLink } from './links'
import { BlockReader } from './markdown/block-reader'
import type { PageRules } from './markdown/page-rules'
import { parseMarkdown } from './markdown/parse-markdown'
import { nameSections, nameTopicSections, splitSections } from './sections'
import type { SourceShelf } from './source-shelf'

/** A statement as other files name it. */
export interface StatedHere {
  readonly id: StatementId
  readonly condition: ConditionId
  readonly certainty: Certainty
  readonly findings: readonly FindingId[]
  readonly text: string
  /** The heading of its section. */
  readonly section: string
}

/** A condition page by itself, before claims and handouts are known. */
export interface ConditionPage {
  readonly id: ConditionId
  readonly file: string
  /** Null when the front matter has a flaw. */
  readonly head: ConditionHead | null
  readonly sections: readonly Section[]
  readonly statements: readonly StatedHere[]
  /** Every id marked as a statement, those with flaws too. */
  readonly stated: ReadonlySet<string>
  /** Where each statement stands, and whether all it rests on could be read. */
  readonly statementPlaces: ReadonlyMap<string, { readonly line: number; readonly whole: boolean }>
  /** The line of the file on which each text block begins. */
  readonly blockLines: readonly number[]
  /** The line of the file on which the page was last reviewed. */
  readonly reviewedLine: number
  readonly cited: ReadonlySet<SourceId>
  readonly links: readonly PlacedLink[]
}

/** Reads every file of the folder `conditions`. */
export async function readConditionPages(
  files: ReadonlyMap<ConditionId, string>,
  texts: FolderTexts,
  known: { readonly shelf: SourceShelf; readonly book: EvidenceBook; readonly bundle: BundleYaml | null },
  flaws: FlawList,
): Promise<ConditionPage[]> {
  const ids = new IdRegister(flaws)
  const pages: ConditionPage[] = []
  for (const [id, path] of files) {
    const page = await texts.page(path, id)
    if (page === null) continue
    const stated = new Set<string>()
    const statementPlaces = new Map<string, { line: number; whole: boolean }>()
    const statementRule: PageRules['statement'] = (statement, findings, line) => {
      stated.add(statement)
      const whole = findings.every((name) => known.book.isSound(name))
      statementPlaces.set(statement, { line, whole })
      const free = ids.claim(statement, () => `${path}:${line}`)
      const rests = restsOn(statement, findings, id, known.book, (code, detail) =>
        page.tell(code, line, detail),
      )
      return free ? rests : null
    }
    const rules: PageRules = { source: (source) => known.shelf.source(source), statement: statementRule }
    const head = readHead(page, known.bundle)
    const reader = new BlockReader(page.body, page.bodyLine, rules, page.tell)
    const sections = readSections(page, reader, head?.kind ?? 'condition')
    const statements = sections.flatMap((section) => statementsOn(section, id))
    const links = reader.links.map((link) => ({ ...link, file: path }))
    pages.push({
      id,
      file: path,
      head,
      sections,
      statements,
      stated,
      statementPlaces,
      blockLines: reader.blockLines,
      reviewedLine: page.head.lineOf(['reviewed']),
      cited: reader.cited,
      links,
    })
  }
  return pages
}

function readHead({ head, tell }: AuthoredPage, bundle: BundleYaml | null): ConditionHead | null {
  const read = head.read(conditionHeadSchema)
  if (read?.group !== undefined && bundle !== null && !bundle.groups.includes(read.group))
    tell('BAD_FIELD', head.lineOf(['group']), `group: bundle.yaml has no group "${read.group}"`)
  return read
}

function readSections(
  { body, tell, bodyLine }: AuthoredPage,
  reader: BlockReader,
  kind: PageKind,
): Section[] {
  const authored = splitSections(parseMarkdown(body).children)
  const name = kind === 'topic' ? nameTopicSections : nameSections
  const named = name(authored, (node) => reader.lineOf(node), tell)
  const sections = named.map(({ nodes, ...section }) => ({ ...section, body: reader.blocks(nodes) }))
  if (!sections.some((section) => section.kind === 'bottom-line' && section.body.length > 0))
    tell('NO_BOTTOM_LINE', bodyLine)
  return sections
}

/** Checks what a statement rests on; null when nothing of it can be used. */
function restsOn(
  id: string,
  named: readonly string[],
  condition: ConditionId,
  book: EvidenceBook,
  tell: (code: FlawCode, detail: string) => void,
): { certainty: Certainty; findings: FindingId[] } | null {
  if (named.length === 0) tell('NO_FINDING', id)
  const booked = named.flatMap((name) => {
    const found = book.finding(name)
    if (found === null) tell('UNKNOWN_FINDING', `${id} rests on ${name}`)
    else if (found.condition !== condition)
      tell('FINDING_ELSEWHERE', `${id} rests on ${name}, a finding of ${found.condition}`)
    return found?.finding ?? []
  })
  if (new Set(booked.map(({ noEvidence }) => noEvidence === undefined)).size > 1) tell('MIXED_STATEMENT', id)
  if (booked.length === 0) return null
  return {
    certainty: weakest(booked.map(({ certainty }) => certainty)),
    findings: booked.map((finding) => finding.id),
  }
}

const statementsOn = ({ title, body }: Section, condition: ConditionId): StatedHere[] =>
  statementsIn(body).map(({ id, certainty, findings, children }) => ({
    id,
    condition,
    certainty,
    findings,
    text: textOf(children),
    section: title,
  }))
