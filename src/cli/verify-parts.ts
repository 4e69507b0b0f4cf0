import {
  bundleInfoSchema,
  canReadFormat,
  claimsFileSchema,
  conditionSchema,
  cslSchema,
  evidenceFileSchema,
  FlawError,
  formatVersion,
  glossarySchema,
  handoutSchema,
  readJson,
  resourcesSchema,
  sourceSchema,
  type BundleInfo,
  type ClaimsFile,
  type Condition,
  type CslRecord,
  type EntryReader,
  type EvidenceFile,
  type Flaw,
  type Glossary,
  type Handout,
  type JsonLimits,
  type Resources,
  type Source,
} from '../bundle'
import { buildShard, loadShard, readNames, type LoadedShard, type Names, type Row } from '../search'
import { z } from 'zod'

/** One file of a bundle, read through the schema by which the app reads it. */
export type Part =
  | { readonly is: 'info'; readonly value: BundleInfo }
  | { readonly is: 'claims'; readonly value: ClaimsFile }
  | { readonly is: 'references'; readonly value: readonly CslRecord[] }
  | { readonly is: 'condition'; readonly id: string; readonly value: Condition }
  | { readonly is: 'evidence'; readonly id: string; readonly value: EvidenceFile }
  | { readonly is: 'source'; readonly id: string; readonly value: Source }
  | { readonly is: 'handout'; readonly id: string; readonly value: Handout }
  | { readonly is: 'glossary'; readonly value: Glossary }
  | { readonly is: 'resources'; readonly value: Resources }
  | { readonly is: 'shard'; readonly rows: readonly Row[]; readonly isCurrent: boolean }
  | { readonly is: 'names'; readonly value: readonly Names[] }
  /** The PDF or HTML file of a source; what it says is checked with its source. */
  | { readonly is: 'file' }
  /** Nothing that format 1.0 knows. A later minor version may add files, so it is only told. */
  | { readonly is: 'other' }

/** What is done with each file once it is read. */
export type Visit = (part: Part, path: string, bytes: Uint8Array) => void

/**
 * Reads every file of the payload, one at a time, and hands out those that are as they should be. The flaws of all
 * others are returned: of the archive, of the hash, of the form.
 */
export async function readParts(payload: EntryReader, visit: Visit): Promise<Flaw[]> {
  const flaws: Flaw[] = []
  for (const path of [...payload.paths].sort()) {
    try {
      const bytes = await payload.read(path)
      visit(readPart(path, bytes), path, bytes)
    } catch (error) {
      if (!(error instanceof FlawError)) throw error
      flaws.push(error.flaw)
    }
  }
  return flaws
}

const referencesSchema = z.array(cslSchema)

/** Some 45 values make a record, and one file holds the records of all sources. */
const manyRecords: JsonLimits = { bytes: 64 * 1024 * 1024, values: 1_000_000 }

function readPart(path: string, bytes: Uint8Array): Part {
  const [, folder = '', id = ''] = /^([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
  switch (folder === '' ? path : folder) {
    case 'bundle.json':
      return { is: 'info', value: readInfo(bytes, path) }
    case 'claims.json':
      return { is: 'claims', value: readJson(bytes, claimsFileSchema, path) }
    case 'references.json':
      return { is: 'references', value: readJson(bytes, referencesSchema, path, manyRecords) }
    case 'glossary.json':
      return { is: 'glossary', value: readJson(bytes, glossarySchema, path) }
    case 'resources.json':
      return { is: 'resources', value: readJson(bytes, resourcesSchema, path) }
    case 'conditions':
      return { is: 'condition', id, value: readJson(bytes, conditionSchema, path) }
    case 'evidence':
      return { is: 'evidence', id, value: readJson(bytes, evidenceFileSchema, path) }
    case 'sources':
      return { is: 'source', id, value: readJson(bytes, sourceSchema, path) }
    case 'handouts':
      return { is: 'handout', id, value: readJson(bytes, handoutSchema, path) }
    case 'search':
      return id === 'names' ? { is: 'names', value: readSearchNames(bytes, path) } : { is: 'other' }
    default:
      if (/^search\/[^/]+\.bin$/.test(path)) return readWholeShard(bytes, path)
      return { is: path.startsWith('files/') ? 'file' : 'other' }
  }
}

function readInfo(bytes: Uint8Array, path: string): BundleInfo {
  const { format } = readJson(bytes, bundleInfoSchema.pick({ format: true }), path)
  if (canReadFormat(format)) return readJson(bytes, bundleInfoSchema, path)
  const isNewer = Number.parseInt(format) > Number.parseInt(formatVersion)
  throw new FlawError({ code: isNewer ? 'NEWER_FORMAT' : 'BAD_JSON', at: path, detail: `format ${format}` })
}

/**
 * A shard of the search index, ready to be asked. One that was built under other rules is built again from its rows,
 * as the app does it: asked as it is, it would find nothing and say nothing.
 *
 * @throws FlawError `BAD_JSON`
 */
export function readShard(
  bytes: Uint8Array,
  path: string,
): { readonly shard: LoadedShard; readonly isCurrent: boolean } {
  const loaded = loadShard(bytes)
  if (loaded.ok) return { shard: loaded.value, isCurrent: true }
  if (loaded.failure.is === 'not a shard')
    throw new FlawError({ code: 'BAD_JSON', at: path, detail: loaded.failure.detail })
  const rebuilt = loadShard(buildShard(loaded.failure.rows))
  if (!rebuilt.ok) throw new Error('an index made here cannot be read here')
  return { shard: rebuilt.value, isCurrent: false }
}

/**
 * The other names of things, by which a search finds them.
 *
 * @throws FlawError `BAD_JSON`
 */
export function readSearchNames(bytes: Uint8Array, path: string): readonly Names[] {
  const names = readNames(bytes)
  if (names === null) throw new FlawError({ code: 'BAD_JSON', at: path, detail: 'not a list of names' })
  return names
}

/** Every row is read, for the check; the app reads a row when it shows it. */
function readWholeShard(bytes: Uint8Array, path: string): Part {
  const { shard, isCurrent } = readShard(bytes, path)
  const rows = Array.from({ length: shard.rowCount }, (_, number) => {
    const row = shard.row(number)
    if (row === null) throw new FlawError({ code: 'BAD_JSON', at: path, detail: `rows.${number}` })
    return row
  })
  return { is: 'shard', rows, isCurrent }
}
