import { findingIdSchema, type ConditionId, type EvidenceSummary, type Finding } from '../bundle'
import {
  evidenceYamlSchema,
  findingYamlSchema,
  summaryYamlSchema,
  type FindingYaml,
} from './authored/evidence-yaml'
import type { BundleYaml } from './authored/bundle-yaml'
import { checkFinding } from './check-finding'
import { errorProneIn, wordsOfErrorProne } from './gates/doses'
import type { FlawList, Tell } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { IdRegister } from './id-register'
import type { Layout } from './layout'
import type { SourceShelf } from './source-shelf'
import { valueAt } from './zod-words'
import type { YamlPath, YamlText } from './yaml-text'

/** A finding by its id; `finding` is null when it stands in the folder but has a flaw. */
export interface BookedFinding {
  readonly condition: ConditionId
  readonly finding: Finding | null
  readonly file: string
  /** The lines of the file on which its sentence and its short words stand. */
  readonly lines: { readonly words: number; readonly short: number }
}

/** The evidence summaries of all conditions. */
export class EvidenceBook {
  private readonly summaries = new Map<ConditionId, EvidenceSummary[]>()
  private readonly booked = new Map<string, BookedFinding>()

  addSummary(summary: EvidenceSummary): void {
    this.summaries.set(summary.condition, [...this.of(summary.condition), summary])
  }

  book(id: string, finding: BookedFinding): void {
    this.booked.set(id, finding)
  }

  /** The summaries of one condition, in the order of its file. */
  of(condition: ConditionId): readonly EvidenceSummary[] {
    return this.summaries.get(condition) ?? []
  }

  /** The findings of one condition, in the order of its file. */
  findingsOf(condition: ConditionId): Finding[] {
    return this.of(condition).flatMap(({ findings }) => findings)
  }

  finding(id: string): BookedFinding | null {
    return this.booked.get(id) ?? null
  }

  /** True when a finding stands in the folder and could be read. */
  isSound(id: string): boolean {
    return (this.booked.get(id)?.finding ?? null) !== null
  }

  /** Every finding without a flaw, with its condition. */
  all(): (BookedFinding & { readonly finding: Finding })[] {
    return [...this.booked.values()].flatMap((booked) =>
      booked.finding === null ? [] : [{ ...booked, finding: booked.finding }],
    )
  }
}

/** Reads every file of the folder `evidence`. */
export async function readEvidence(
  layout: Layout,
  texts: FolderTexts,
  shelf: SourceShelf,
  bundle: BundleYaml | null,
  flaws: FlawList,
): Promise<EvidenceBook> {
  const book = new EvidenceBook()
  const ids = { summaries: new IdRegister(flaws), findings: new IdRegister(flaws) }
  for (const [condition, path] of layout.evidence) {
    const tell = flaws.about(path)
    if (!layout.conditions.has(condition)) tell('UNKNOWN_CONDITION', 1, condition)
    const yaml = await texts.yaml(path)
    if (yaml !== null) new EvidenceFile(yaml, path, condition, { book, shelf, bundle, tell, ids }).read()
  }
  return book
}

interface Surroundings {
  readonly book: EvidenceBook
  readonly shelf: SourceShelf
  readonly bundle: BundleYaml | null
  readonly tell: Tell
  readonly ids: { readonly summaries: IdRegister; readonly findings: IdRegister }
}

class EvidenceFile {
  constructor(
    private readonly yaml: YamlText,
    private readonly path: string,
    private readonly condition: ConditionId,
    private readonly around: Surroundings,
  ) {}

  read(): void {
    this.yaml.read(evidenceYamlSchema)
    for (const path of this.items(['summaries'])) this.readSummary(path)
  }

  private readSummary(path: YamlPath): void {
    const summary = this.yaml.read(summaryYamlSchema, path)
    const findings = this.items([...path, 'findings']).flatMap((at) => this.readFinding(at) ?? [])
    if (summary === null) return
    for (const part of ['population', 'intervention', 'comparison', 'outcomes'] as const)
      for (const found of errorProneIn(summary.pico[part]))
        this.around.tell(
          'ERROR_PRONE_ABBREVIATION',
          this.yaml.lineOf([...path, 'pico', part]),
          wordsOfErrorProne(found),
        )
    this.around.ids.summaries.claim(summary.id, () => this.at([...path, 'id']))
    this.around.book.addSummary({ ...summary, condition: this.condition, findings })
  }

  private readFinding(path: YamlPath): Finding | null {
    const { book, shelf, bundle, tell, ids } = this.around
    const authored: FindingYaml | null = this.yaml.read(findingYamlSchema, path)
    const id = findingIdSchema.safeParse(valueAt(this.yaml.value, [...path, 'id']))
    if (!id.success || !ids.findings.claim(id.data, () => this.at([...path, 'id']))) return null
    if (authored !== null)
      checkFinding(authored, { shelf, bundle }, (code, step, detail) =>
        tell(code, this.yaml.lineOf([...path, ...step]), detail),
      )
    const finding = authored && {
      ...authored,
      passages: authored.passages.flatMap((passage) => shelf.passage(passage) ?? []),
    }
    book.book(id.data, {
      condition: this.condition,
      finding,
      file: this.path,
      lines: {
        words: this.yaml.lineOf([...path, 'words']),
        short: this.yaml.lineOf([...path, 'short']),
      },
    })
    return finding
  }

  /** The paths of the items of a list; none when there is no list, which its schema has then told. */
  private items(path: YamlPath): YamlPath[] {
    const list = valueAt(this.yaml.value, path)
    return Array.isArray(list) ? list.map((_, index) => [...path, index]) : []
  }

  private at(path: YamlPath): string {
    return `${this.path}:${this.yaml.lineOf(path)}`
  }
}
