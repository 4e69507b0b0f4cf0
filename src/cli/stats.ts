import { stat } from 'node:fs/promises'
import { certainties, FlawError, statementsIn, type BundleInfo, type Certainty, type Flaw } from '../bundle'
import { gradeOf, type HandoutGrade } from './stats-grades'
import { withContainer } from './verify-container'
import { readParts, type Part } from './verify-parts'

/** How much of a bundle one kind of file is. */
export interface PartSize {
  readonly part: string
  readonly files: number
  readonly octets: number
}

/** A bundle in numbers. */
export interface Stats {
  readonly flaws: readonly Flaw[]
  readonly info: BundleInfo | null
  /** Bytes of the .lectern file; null for a folder. */
  readonly packed: number | null
  readonly files: number
  readonly octets: number
  readonly sizes: readonly PartSize[]
  readonly counts: Readonly<Record<Counted, number>>
  /** How many statements there are of each certainty. */
  readonly statements: Readonly<Record<Certainty, number>>
  /** How many findings there are of each certainty. */
  readonly findings: Readonly<Record<Certainty, number>>
  /** False when the app has to build the search index anew, which takes time at each start. */
  readonly indexIsCurrent: boolean
  /** How hard each handout is to read. */
  readonly grades: readonly HandoutGrade[]
  readonly largest: readonly { readonly path: string; readonly octets: number }[]
}

/** What is counted. */
export type Counted =
  | 'conditions'
  | 'statements'
  | 'summaries'
  | 'findings'
  | 'passages'
  | 'sources'
  | 'digests'
  | 'documents'
  | 'references'
  | 'claims'
  | 'handouts'
  | 'rows'

/** How many of the largest files are named. */
const largestShown = 10

/** Reads a bundle and counts. Files that cannot be read are flaws, and the rest is counted without them. */
export async function statsOf(path: string): Promise<Stats> {
  const counter = new Counter()
  const packed = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
  try {
    return await withContainer(path, [], async ({ payload }) =>
      counter.stats(
        await readParts(payload, (part, file, { length }) => counter.add(part, file, length)),
        packed,
      ),
    )
  } catch (error) {
    if (error instanceof FlawError) return counter.stats([error.flaw], packed)
    throw error
  }
}

const noneOfEach = (): Record<Certainty, number> =>
  Object.fromEntries(certainties.map((certainty) => [certainty, 0])) as Record<Certainty, number>

class Counter {
  private info: BundleInfo | null = null
  private readonly files: { path: string; octets: number }[] = []
  private readonly statements = noneOfEach()
  private readonly findings = noneOfEach()
  private indexIsCurrent = true
  private readonly grades: HandoutGrade[] = []
  private readonly counts = {
    conditions: 0,
    topics: 0,
    statements: 0,
    summaries: 0,
    findings: 0,
    passages: 0,
    sources: 0,
    digests: 0,
    documents: 0,
    references: 0,
    claims: 0,
    handouts: 0,
    regimens: 0,
    terms: 0,
    resources: 0,
    rows: 0,
  }

  add(part: Part, path: string, octets: number): void {
    this.files.push({ path, octets })
    this.count(part)
  }

  stats(flaws: readonly Flaw[], packed: number | null): Stats {
    const { info, files, counts, statements, findings, indexIsCurrent, grades } = this
    return {
      flaws,
      info,
      packed,
      files: files.length,
      octets: files.reduce((sum, file) => sum + file.octets, 0),
      sizes: sizesOf(files),
      counts,
      statements,
      findings,
      indexIsCurrent,
      grades,
      largest: files.toSorted((one, other) => other.octets - one.octets).slice(0, largestShown),
    }
  }

  private count(part: Part): void {
    const { counts } = this
    switch (part.is) {
      case 'info':
        this.info = part.value
        break
      case 'claims':
        counts.claims += part.value.claims.length
        break
      case 'references':
        counts.references += part.value.length
        break
      case 'condition':
        counts[part.value.kind === 'topic' ? 'topics' : 'conditions'] += 1
        counts.regimens += part.value.regimens.length
        for (const { certainty } of part.value.sections.flatMap(({ body }) => statementsIn(body))) {
          counts.statements += 1
          this.statements[certainty] += 1
        }
        break
      case 'evidence':
        counts.summaries += part.value.summaries.length
        for (const { certainty } of part.value.summaries.flatMap((summary) => summary.findings)) {
          counts.findings += 1
          this.findings[certainty] += 1
        }
        break
      case 'source':
        counts.sources += 1
        counts[part.value.kind === 'digest' ? 'digests' : 'documents'] += 1
        counts.passages += part.value.passages.length
        break
      case 'handout':
        counts.handouts += 1
        this.grades.push(gradeOf(part.value))
        break
      case 'glossary':
        counts.terms += part.value.terms.length
        break
      case 'resources':
        counts.resources += part.value.resources.length
        break
      case 'shard':
        counts.rows += part.rows.length
        this.indexIsCurrent &&= part.isCurrent
        break
      case 'names':
      case 'file':
      case 'other':
    }
  }
}

/** The sizes by the first folder of the path; files outside one by their name. The largest first. */
function sizesOf(files: readonly { path: string; octets: number }[]): PartSize[] {
  const parts = new Map<string, PartSize>()
  for (const { path, octets } of files) {
    const [part = path] = path.split('/')
    const before = parts.get(part) ?? { part, files: 0, octets: 0 }
    parts.set(part, { part, files: before.files + 1, octets: before.octets + octets })
  }
  return [...parts.values()].sort((one, other) => other.octets - one.octets)
}
