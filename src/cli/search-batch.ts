import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { find, type FindOptions, type Hit } from '../search'
import { exitCodeFor, tellFlaws } from './check-report'
import { exitCodes, type ExitCode } from './exit-codes'
import { openIndex, type OpenIndex } from './search-bundle'
import type { Terminal } from './terminal'

/** One query of a batch. Its id is given back as it came. */
const querySchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })
type Query = z.infer<typeof querySchema>

/** How much a batch asks for: a limit there must be. */
export interface BatchOptions extends FindOptions {
  readonly limit: number
  /** Also print, first, what opening took, and with each answer what it took. */
  readonly isTimed?: boolean
}

/**
 * Answers a file of queries, in its order, with one line of JSON for each. The file is read through before the first
 * answer, so that a line that is no query stops the batch at once and not in the middle.
 */
export async function searchBatch(
  bundle: string,
  file: string,
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const queries = await readQueries(file)
  if (typeof queries === 'string') {
    terminal.err(queries)
    return exitCodes.couldNotRun
  }
  const { isTimed = false } = options
  const before = { time: performance.now(), memory: memoryInUse() }
  const index = await openIndex(bundle)
  const opening = performance.now() - before.time
  if (!index.ok) {
    // Standard output holds answers only.
    tellFlaws([index.failure], exitCodes.couldNotRun, bundle, terminal)
    return exitCodeFor([index.failure])
  }
  if (isTimed) {
    const memory = memoryInUse() - before.memory
    terminal.out(JSON.stringify({ milliseconds: opening, memory, bytes: index.value.bytes }))
  }
  for (const { id, text } of queries) {
    const start = performance.now()
    const hits = bestOfEach(index.value, text, options).map(({ row, score }) => ({
      kind: row.kind,
      id: row.id,
      ...(row.kind === 'source' ? { source: row.id } : {}),
      score,
    }))
    const took = isTimed ? { milliseconds: performance.now() - start } : {}
    terminal.out(JSON.stringify({ id, ...took, hits }))
    // Lets the news of a closed pipe through between two queries.
    await new Promise(setImmediate)
  }
  return exitCodes.done
}

/** Bytes that stay in use; exact where Node was started with `--expose-gc`. */
function memoryInUse(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function readQueries(file: string): Promise<readonly Query[] | string> {
  const queries: Query[] = []
  try {
    const text = await readFile(file, 'utf8')
    for (const [index, line] of text
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .entries()) {
      if (line.trim() === '') continue
      const query = querySchema.safeParse(parsed(line))
      if (!query.success) return `${file}:${index + 1}: not a query, such as {"id": "1", "text": "ldn pain"}`
      queries.push(query.data)
    }
    return queries
  } catch (error) {
    return `${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * The best hits, each thing once: a source is found by its best paragraph. The app leaves out what has few of the words
 * and gives each kind a share; who asks for a hundred hits wants the best hundred.
 */
function bestOfEach({ shards, synonyms }: OpenIndex, text: string, options: BatchOptions): Hit[] {
  const { limit } = options
  const asked = {
    ...options,
    synonyms,
    // A thing at the border of two shards comes once from each.
    limit: limit + shards.length,
    oncePerThing: true,
    thorough: true,
    excerpts: 'none' as const,
  }
  const best = new Map<string, Hit>()
  // Nobody types on: the last word is whole.
  for (const hit of find(shards, `${text} `, asked).hits.toSorted((one, other) => other.score - one.score)) {
    const thing = `${hit.row.kind} ${hit.row.id}`
    if (!best.has(thing)) best.set(thing, hit)
  }
  return [...best.values()].slice(0, limit)
}
