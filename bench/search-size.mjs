import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCollection } from './search/collection.mjs'
import { measureInApp } from './search/in-the-app.mjs'
import { writePassages } from './search/passages.mjs'
import { runLines } from './search/run-lines.mjs'

/*
 * `npm run bench:search-size -- --collection <folder> [--passages 1000,10000,100000] [--keystrokes <n>] [--cli <file>]`:
 * packs as many passages as are asked for, made of a collection's sentences, and measures the search worker of the
 * built app with them. Every nth query of the collection is typed letter by letter (default 10).
 */

const { values } = parseArgs({
  options: {
    collection: { type: 'string' },
    passages: { type: 'string', default: '1000,10000,100000' },
    keystrokes: { type: 'string', default: '10' },
    cli: { type: 'string', default: 'out/cli/lectern.js' },
  },
})
if (values.collection === undefined) {
  console.error('Name the folder of a collection: npm run bench:search-size -- --collection <folder>')
  process.exit(2)
}
const found = spawnSync('npm', ['run', '-s', 'electron:path'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
const electron = process.env['LECTERN_ELECTRON'] ?? found.stdout.trim().split('\n').at(-1) ?? ''
const { docs, queries } = await readCollection(values.collection)
const typed = queries
  .filter((_, number) => number % Number(values.keystrokes) === 0)
  .flatMap(({ text }) => Array.from({ length: text.length }, (_, length) => text.slice(0, length + 1)))

const table = []
for (const passages of values.passages.split(',').map(Number)) {
  const work = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  try {
    const bundle = join(work, 'passages.lectern')
    await writePassages(docs, passages, join(work, 'folder'))
    const start = performance.now()
    const { peak } = await runLines([values.cli, 'pack', join(work, 'folder'), '--out', bundle], [0, 1])
    const packing = (performance.now() - start) / 1000
    const { load, memory, worker, window } = await measureInApp(electron, bundle, typed)
    table.push({
      passages,
      'pack s': packing.toFixed(0),
      'packing MB': (peak / 1e6).toFixed(0),
      'bundle MB': ((await stat(bundle)).size / 1e6).toFixed(1),
      'ready ms': load.toFixed(0),
      'app grows MiB': memory.toFixed(0),
      'key p50 ms': worker.p50.toFixed(1),
      'key p95 ms': worker.p95.toFixed(1),
      'in the window p95 ms': window.p95.toFixed(1),
    })
    console.table(table.slice(-1))
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5 })
  }
}
console.log(`${typed.length} keystrokes each`)
console.table(table)
