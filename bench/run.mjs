import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { measureDesk } from './desk.mjs'
import { measureSources } from './sources.mjs'
import { measureStart } from './start.mjs'

/*
 * `npm run bench [-- --quick]`: measures on this machine, prints a table, writes `bench/results/latest.json`. Starts are
 * compared with an empty Electron window of the same run; no figure is asserted, since no two machines agree.
 */

const electron = process.env['LECTERN_ELECTRON']
if (electron === undefined) throw new Error('LECTERN_ELECTRON is not set: run "npm run bench"')
const quick = process.argv.includes('--quick')

const start = await measureStart(electron, quick ? 2 : 9)
const desk = await measureDesk(electron, quick ? 1 : 5)
const sources = await measureSources(electron)

const empty = start['empty']
/**
 * An empty window has no text that comes before the rest.
 *
 * @param {string} kind
 * @param {'median' | 'text' | 'memory'} what
 */
const ratio = (kind, what) =>
  (start[kind]?.[what] ?? NaN) / (empty?.[what === 'memory' ? 'memory' : 'median'] ?? NaN)
const rows = [
  { what: 'empty window, spawn to painted', ms: empty?.median, ratio: 1, budget: '' },
  {
    what: 'overview, spawn to painted',
    ms: start['overview']?.median,
    ratio: ratio('overview', 'median'),
    budget: '<= 1.5',
  },
  {
    what: 'condition page, spawn to its text painted',
    ms: start['condition']?.text,
    ratio: ratio('condition', 'text'),
    budget: '<= 1.5',
  },
  {
    what: 'condition page, spawn to all panes painted',
    ms: start['condition']?.median,
    ratio: ratio('condition', 'median'),
    budget: '',
  },
  { what: 'click to passage, median', ms: desk.clickToPassage.median, budget: '<= 100 ms' },
  { what: 'click to passage, p95', ms: desk.clickToPassage.p95, budget: '' },
  { what: 'key to results painted, median', ms: desk.keyToResults.median, budget: '' },
  { what: 'key to results painted, p95', ms: desk.keyToResults.p95, budget: '' },
  { what: 'longest task of the window while typing', ms: desk.longestTask, budget: '<= 50 ms' },
]
const memory = [
  { what: 'empty window, memory', MiB: empty?.memory, ratio: 1, budget: '' },
  {
    what: 'condition page, memory',
    MiB: start['condition']?.memory,
    ratio: ratio('condition', 'memory'),
    budget: '<= 1.5',
  },
  ...Object.entries({
    'before any source': sources.memory.before,
    'after one source of each kind': sources.memory.warm,
    'after 50 sources': sources.memory.after,
    'after 50 sources, garbage collected': sources.memory.held,
  }).map(([what, MiB]) => ({ what, MiB, ratio: MiB / sources.memory.before, budget: '' })),
]
/** @param {Record<string, unknown>} row */
const rounded = (row) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.round(value * 100) / 100 : value,
    ]),
  )
console.table(rows.map(rounded))
console.table(
  Object.entries(sources.times).flatMap(([kind, { within, between }]) => [
    { what: `statement to passage within a ${kind} source`, ...rounded(within) },
    { what: `statement to passage in another ${kind} source`, ...rounded(between) },
  ]),
)
console.table(memory.map(rounded))

const folder = join(resolve(import.meta.dirname), 'results')
await mkdir(folder, { recursive: true })
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem(), node: process.version }
await writeFile(
  join(folder, 'latest.json'),
  `${JSON.stringify({ machine, quick, start, desk, sources }, null, 2)}\n`,
)
console.log('written to bench/results/latest.json')
