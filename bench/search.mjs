import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { percentile } from './measure.mjs'
import { readySqlite } from './peers/ready.mjs'
import { NoCollection, readCollection } from './search/collection.mjs'
import { askLectern, packCollection } from './search/lectern.mjs'
import { readyPeer } from './search/peer.mjs'
import { withSlips } from './search/random-edits.mjs'
import { relevanceOf } from './search/relevance.mjs'

/*
 * `npm run bench:search -- --collection <folder> [--keystrokes <n>] [--cli <file>]`: packs a collection with relevance
 * judgements with the real packer, asks it with the real core through the command line, and prints how good and how
 * fast that is, beside MiniSearch's defaults and SQLite FTS5 in the same run. With `--keystrokes n` every nth query is
 * typed letter by letter (default 1: all of them); `--cli` measures a command line that was built before.
 */

const { values } = parseArgs({
  options: {
    collection: { type: 'string' },
    keystrokes: { type: 'string', default: '1' },
    cli: { type: 'string' },
  },
})
if (values.collection === undefined) {
  console.error('Name the folder of a collection: npm run bench:search -- --collection <folder>')
  process.exit(2)
}
const cli = values.cli ?? build()

const seed = 7
const collection = await readCollection(values.collection).catch((error) => {
  if (!(error instanceof NoCollection)) throw error
  console.error(error.message)
  process.exit(2)
})
const { docs, queries, judged } = collection
const slips = withSlips(queries, seed)
const typed = queries
  .filter((_, number) => number % Math.max(1, Number(values.keystrokes)) === 0)
  .flatMap(({ id, text }) =>
    Array.from({ length: text.length }, (_, length) => ({
      id: `${id} ${length}`,
      text: text.slice(0, length + 1),
    })),
  )
console.log(`${docs.length} documents, ${queries.length} queries, ${typed.length} keystrokes`)

const work = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
try {
  const packed = await packCollection(collection, cli, work)
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`
  console.log(
    `packed in ${(packed.milliseconds / 1000).toFixed(1)} s, largest resident size ${megabytes(packed.peak)}, ` +
      `bundle of ${megabytes(packed.bytes)}`,
  )
  /** @type {Record<string, (queries: readonly import('./search/collection.mjs').Query[], limit: number) => Promise<import('./search/run-lines.mjs').Answered>>} */
  const engines = {
    Lectern: (asked, limit) => askLectern(collection, cli, packed.bundle, asked, work, limit),
    MiniSearch: await readyPeer('minisearch', docs, work),
  }
  const noSqlite = readySqlite()
  if (noSqlite === null) engines['SQLite FTS5'] = await readyPeer('sqlite', docs, work)
  else console.log(`SQLite is left out: ${noSqlite}`)

  const table = []
  for (const [engine, ask] of Object.entries(engines)) {
    console.log(`asking ${engine} …`)
    const { opened, answers } = await ask(queries, 100)
    const relevance = relevanceOf(answers, judged)
    const slipped = relevanceOf((await ask(slips, 100)).answers, judged)
    const keys = (await ask(typed, 50)).answers.map(({ milliseconds }) => milliseconds)
    const whole = answers.map(({ milliseconds }) => milliseconds)
    table.push({
      engine,
      'nDCG@10': relevance.ndcg10.toFixed(3),
      'recall@100': relevance.recall100.toFixed(3),
      'nDCG@10, one slip': slipped.ndcg10.toFixed(3),
      'lost by it': `${((1 - slipped.ndcg10 / relevance.ndcg10) * 100).toFixed(1)} %`,
      'query p50, p95 ms': spread(whole),
      'key p50, p95 ms': spread(keys),
      'load ms': opened.milliseconds.toFixed(0),
      memory: megabytes(opened.memory),
      'index on disk': megabytes(opened.bytes),
    })
  }
  const [columns] = table
  for (const name of Object.keys(columns ?? {})) {
    const cells = table.map((row) => String(/** @type {Record<string, string>} */ (row)[name]).padStart(16))
    console.log(name.padEnd(20) + cells.join(''))
  }
} finally {
  await rm(work, { recursive: true, force: true, maxRetries: 5 })
}

/** @param {readonly number[]} times */
function spread(times) {
  return `${percentile(times, 0.5).toFixed(1)}, ${percentile(times, 0.95).toFixed(1)}`
}

/** Builds the command line from the sources as they are, and says where it is. */
function build() {
  const vite = resolve(import.meta.dirname, '../node_modules/vite/bin/vite.js')
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '-c', 'vite.cli.config.ts', '--logLevel', 'warn'],
    {
      cwd: resolve(import.meta.dirname, '..'),
      stdio: 'inherit',
    },
  )
  if (status !== 0) process.exit(1)
  return resolve(import.meta.dirname, '../out/cli/lectern.js')
}
