import { createHash } from 'node:crypto'
import { FlawList } from '../authoring'
import {
  statementsIn,
  type BundleInfo,
  type ClaimsFile,
  type Condition,
  type Dependents,
  type EvidenceFile,
  type Finding,
  type Flaw,
  type FlawCode,
  type Glossary,
  type Handout,
  type Passage,
  type Regimen,
  type Resources,
  type Source,
  type SourceFile,
  type StatementNode,
} from '../bundle'
import type { Row } from '../search'
import { pointersIn, textsByBlock, type Pointers } from './check-nodes'
import type { Part } from './verify-parts'

/** What is kept of a source: all but its text, so that a library of 10,000 fits in memory. */
export interface KeptSource extends Pointers {
  readonly path: string
  readonly held: readonly string[]
  readonly restsOn: Readonly<Record<string, Dependents>>
  readonly file: SourceFile | null
  /** The passages that stand in its file. */
  readonly quoted: readonly Passage[]
}

/** A statement with the condition on whose page it stands. */
export interface KeptStatement {
  readonly condition: string
  readonly path: string
  readonly node: StatementNode
}

/** A finding with the condition whose evidence it is. */
export interface KeptFinding {
  readonly condition: string
  readonly path: string
  readonly finding: Finding
}

/** What is bound to be reported when a file of a folder could not be read: each thing in it would seem not to exist. */
const follows: Readonly<Record<string, readonly FlawCode[]>> = {
  'claims.json': ['BROKEN_LINK'],
  'glossary.json': ['BROKEN_LINK'],
  'resources.json': ['BROKEN_LINK'],
  'conditions/': ['UNKNOWN_CONDITION', 'UNKNOWN_STATEMENT', 'BROKEN_LINK'],
  'evidence/': ['UNKNOWN_FINDING', 'BROKEN_LINK'],
  'sources/': ['UNKNOWN_SOURCE', 'UNKNOWN_PASSAGE', 'BROKEN_LINK'],
  'handouts/': ['UNKNOWN_HANDOUT', 'BROKEN_LINK'],
}

/** The parts of a bundle with their ids, gathered as they are read; what one file says of itself is checked on the way. */
export class KeptParts {
  info: BundleInfo | null = null
  claims: ClaimsFile | null = null
  /** The claims by their id, in one file. */
  readonly claimIds = new Map<string, true>()
  readonly paths = new Set<string>()
  readonly conditions = new Map<string, Condition>()
  readonly evidence = new Map<string, EvidenceFile>()
  readonly handouts = new Map<string, Handout>()
  readonly sources = new Map<string, KeptSource>()
  readonly statements = new Map<string, KeptStatement>()
  readonly findings = new Map<string, KeptFinding>()
  /** Which source holds a passage. */
  readonly passages = new Map<string, string>()
  readonly regimens = new Map<string, { readonly condition: string; readonly regimen: Regimen }>()
  readonly terms = new Map<string, true>()
  readonly resources = new Map<string, Resources['resources'][number]>()
  /** The content hash of each page, evidence file and handout. */
  readonly hashes = new Map<string, string>()
  /** The PDF and HTML files that are there. */
  readonly files = new Set<string>()
  readonly rows: { readonly path: string; readonly kind: Row['kind']; readonly id: string }[] = []
  private readonly unread: string[] = []
  private readonly list = new FlawList()

  /** True when every file could be read, so that counts can be compared. */
  get isWhole(): boolean {
    return this.unread.length === 0
  }

  /** Takes in one file. */
  add(part: Part, path: string, bytes: Uint8Array): void {
    this.paths.add(path)
    if (part.is === 'condition' || part.is === 'evidence' || part.is === 'handout')
      this.hashes.set(path, createHash('sha256').update(bytes).digest('hex'))
    switch (part.is) {
      case 'info':
        this.info = part.value
        break
      case 'claims':
        this.claims = part.value
        for (const { id } of part.value.claims) this.once(this.claimIds, id, true, path)
        break
      case 'condition':
        this.addCondition(part.value, part.id, path)
        break
      case 'evidence':
        this.addEvidence(part.value, part.id, path)
        break
      case 'source':
        this.addSource(part.value, part.id, path)
        break
      case 'handout':
        this.named(part.value.id, part.id, path)
        this.handouts.set(part.id, part.value)
        break
      case 'glossary':
        this.addGlossary(part.value, path)
        break
      case 'resources':
        for (const resource of part.value.resources) this.once(this.resources, resource.id, resource, path)
        break
      case 'shard':
        for (const { kind, id } of part.rows) this.rows.push({ path, kind, id })
        break
      case 'file':
        this.files.add(path)
        break
      case 'other':
        this.tell('STRAY_FILE', path, 'format 1.0 knows no such file')
        break
      case 'names':
      case 'references':
    }
  }

  /** Notes a file that is there and could not be read, so that what it would hold is not called missing. */
  addUnread(path: string): void {
    this.paths.add(path)
    this.unread.push(path)
  }

  /** Reports a flaw. */
  tell(code: FlawCode, at: string, detail: string): void {
    this.list.add(code, at, detail)
  }

  /** All that was reported, by file, but for what only follows from files that could not be read. */
  get flaws(): readonly Flaw[] {
    const excused = new Set(
      Object.entries(follows).flatMap(([folder, codes]) =>
        this.unread.some((path) => path.startsWith(folder)) ? codes : [],
      ),
    )
    return this.list.sorted().filter(({ code }) => !excused.has(code))
  }

  private named(id: string, name: string, path: string): void {
    if (id !== name) this.tell('ID_IS_NOT_NAME', path, id)
  }

  private once<Thing>(things: Map<string, Thing>, id: string, thing: Thing, path: string): void {
    if (things.has(id)) this.tell('DUPLICATE_ID', path, id)
    else things.set(id, thing)
  }

  private addCondition(condition: Condition, name: string, path: string): void {
    this.named(condition.id, name, path)
    this.conditions.set(name, condition)
    for (const regimen of condition.regimens)
      this.once(this.regimens, regimen.id, { condition: name, regimen }, path)
    for (const node of condition.sections.flatMap(({ body }) => statementsIn(body)))
      this.once(this.statements, node.id, { condition: name, path, node }, path)
  }

  private addGlossary({ terms }: Glossary, path: string): void {
    for (const { id } of terms) this.once(this.terms, id, true, path)
  }

  private addEvidence(file: EvidenceFile, name: string, path: string): void {
    this.evidence.set(name, file)
    for (const { condition, findings } of file.summaries) {
      this.named(condition, name, path)
      for (const finding of findings)
        this.once(this.findings, finding.id, { condition: name, path, finding }, path)
    }
  }

  private addSource(source: Source, name: string, path: string): void {
    this.named(source.id, name, path)
    const pointers = pointersIn(source.body)
    const texts = textsByBlock(source.body)
    for (const passage of source.passages) {
      this.once(this.passages, passage.id, name, path)
      this.checkPassage(passage, texts, pointers, path)
    }
    const held = source.passages.map(({ id }): string => id)
    const quoted = source.passages.filter(({ position }) => position.in !== 'text')
    if (quoted.length > 0 && source.file === null)
      this.tell('MISSING_ENTRY', path, 'passages stand in a file, and the source has none')
    this.sources.set(name, { path, held, restsOn: source.restsOn, file: source.file, quoted, ...pointers })
  }

  private checkPassage(
    { id, quote, prefix, suffix, position }: Passage,
    texts: ReadonlyMap<number, string>,
    { passages }: Pointers,
    path: string,
  ): void {
    if (position.in !== 'text') return
    const { block, start, end } = position
    const text = texts.get(block) ?? ''
    if (text.slice(start, end) !== quote)
      this.tell('QUOTE_NOT_FOUND', path, `${id}: not at ${start} to ${end} of block ${block}`)
    else if (!text.slice(0, start).endsWith(prefix) || !text.slice(end).startsWith(suffix))
      this.tell('QUOTE_NOT_FOUND', path, `${id}: its prefix or suffix is not what stands around it`)
    if (!passages.includes(id)) this.tell('QUOTE_NOT_FOUND', path, `${id}: not marked in the text`)
  }
}
