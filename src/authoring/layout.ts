import { conditionIdSchema, handoutIdSchema, sourceIdSchema } from '../bundle'
import type { ConditionId, HandoutId, SourceId } from '../bundle'
import type { AuthoredDocument } from './documents/authored-document'
import type { FlawList } from './flaw-list'

/** The single files of an authoring folder. */
export const authored = {
  info: 'bundle.yaml',
  about: 'about.md',
  references: 'references.json',
  claims: 'claims.yaml',
  glossary: 'glossary.yaml',
  resources: 'resources.yaml',
} as const

/** Which file of an authoring folder holds what. Known from the names alone, before any file is read. */
export interface Layout {
  readonly conditions: ReadonlyMap<ConditionId, string>
  /** The evidence file of each condition that has one. */
  readonly evidence: ReadonlyMap<ConditionId, string>
  /** The regimens of each condition that has some. */
  readonly regimens: ReadonlyMap<ConditionId, string>
  readonly sources: ReadonlyMap<SourceId, string>
  /** The PDF or HTML file of each source that has one. */
  readonly documents: ReadonlyMap<SourceId, AuthoredDocument>
  readonly handouts: ReadonlyMap<HandoutId, string>
}

/** Sorts the files of a folder into what they hold and tells those that hold nothing. */
export function layOut(paths: ReadonlySet<string>, flaws: FlawList): Layout {
  const known = new Set<string>(Object.values(authored))
  const files = <Id extends string>(pattern: RegExp, read: (name: string) => Id | null): Map<Id, string> => {
    const found = new Map<Id, string>()
    const lower = new Map<string, string>()
    for (const path of [...paths].sort()) {
      const name = pattern.exec(path)?.[1]
      if (name === undefined) continue
      known.add(path)
      const id = read(name)
      const twin = lower.get(name.toLowerCase())
      if (id === null) flaws.add('BAD_FIELD', path, `the name "${name}" is not a usable id`)
      else if (twin !== undefined) flaws.add('DUPLICATE_ID', path, `like ${twin}`)
      else found.set(id, path)
      lower.set(name.toLowerCase(), path)
    }
    return found
  }
  const idOfSource = (name: string): SourceId | null => sourceIdSchema.safeParse(name).data ?? null
  const sources = files(/^sources\/([^/]+)\.md$/, idOfSource)
  const layout = {
    conditions: files(/^conditions\/([^/]+)\.md$/, (name) => conditionIdSchema.safeParse(name).data ?? null),
    evidence: files(/^evidence\/([^/]+)\.yaml$/, (name) => conditionIdSchema.safeParse(name).data ?? null),
    regimens: files(/^regimens\/([^/]+)\.yaml$/, (name) => conditionIdSchema.safeParse(name).data ?? null),
    sources,
    documents: documentsOf(
      sources,
      files(/^sources\/([^/]+)\.pdf$/, idOfSource),
      files(/^sources\/([^/]+)\.html$/, idOfSource),
      flaws,
    ),
    handouts: files(/^handouts\/([^/]+)\.md$/, (name) => handoutIdSchema.safeParse(name).data ?? null),
  }
  for (const path of paths) if (!known.has(path) && !isForPeople(path)) flaws.add('STRAY_FILE', path)
  return layout
}

/** Which document belongs to which source; one without its source, and two of one source, are told. */
function documentsOf(
  sources: ReadonlyMap<SourceId, string>,
  pdf: ReadonlyMap<SourceId, string>,
  html: ReadonlyMap<SourceId, string>,
  flaws: FlawList,
): ReadonlyMap<SourceId, AuthoredDocument> {
  const found = new Map<SourceId, AuthoredDocument>()
  for (const [id, path] of pdf) found.set(id, { path, type: 'application/pdf' })
  for (const [id, path] of html) {
    if (found.has(id)) flaws.add('TWO_DOCUMENTS', path, id)
    else found.set(id, { path, type: 'text/html' })
  }
  for (const [id, { path }] of found) if (!sources.has(id)) flaws.add('DOCUMENT_ALONE', path, id)
  return found
}

/** What a folder holds for its authors or for other tools: `README.md`, `LICENSE`, `.git/…`, `.DS_Store`. */
const isForPeople = (path: string): boolean =>
  /^(?:readme|licen[cs]e|changelog|contributing)(?:\.[a-z]+)?$/i.test(path) ||
  path.split('/').some((step) => step.startsWith('.'))
