import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { find, type FindOptions, type Hit, type LoadedShard } from '../search'
import { exitCodeFor, tellFlaws } from './check-report'
import { exitCodes, type ExitCode } from './exit-codes'
import { openIndex } from './search-bundle'
import type { Terminal } from './terminal'

/** One query of a batch. Its id is given back as it came. */
const querySchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })
type Query = z.infer<typeof querySchema>

/** How much a batch asks for: a limit there must be. */
export type BatchOptions = FindOptions & { readonly limit: number }

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
  const index = await openIndex(bundle)
  if (!index.ok) {
    // Standard output holds answers only.
    tellFlaws([index.failure], exitCodes.couldNotRun, bundle, terminal)
    return exitCodeFor([index.failure])
  }
  for (const { id, text } of queries) {
    const hits = bestOfEach(index.value, text, options).map(({ row, score }) => ({
      kind: row.kind,
      id: row.id,
      ...(row.kind === 'source' ? { source: row.id } : {}),
      score,
    }))
    terminal.out(JSON.stringify({ id, hits }))
    // Lets the news of a closed pipe through between two queries.
    await new Promise(setImmediate)
  }
  return exitCodes.done
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
 * The best hits, each thing once: a source is found by its best paragraph. One query can hit many paragraphs of the
 * same source, so more rows are asked for until there are enough things.
 */
function bestOfEach(shards: readonly LoadedShard[], text: string, options: BatchOptions): Hit[] {
  const { limit, kinds } = options
  const present = kinds ?? [...new Set(shards.flatMap(({ rows }) => rows.map(({ kind }) => kind)))]
  // The core gives each kind a fair share of the limit; with a share of the full limit for each, none is cut short.
  for (let rows = limit * Math.max(present.length, 1); ; rows *= 4) {
    const { hits, total } = find(shards, text, { ...options, limit: rows })
    const best = new Map<string, Hit>()
    for (const hit of hits.toSorted((one, other) => other.score - one.score)) {
      const thing = `${hit.row.kind} ${hit.row.id}`
      if (!best.has(thing)) best.set(thing, hit)
    }
    if (best.size >= limit || hits.length >= total) return [...best.values()].slice(0, limit)
  }
}
