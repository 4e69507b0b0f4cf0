import { fork } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Tally } from './report'
import type { Tried } from './try-mutant'
import type { Said, Task } from './worker'

/*
 * `npm run fuzz [-- --seed 1 --count 12000 --only 17 --json report.json]`: makes mutants of real bundles and authoring
 * folders, and looks whether each is refused by name or opens. They are tried in processes of their own, so that one
 * that hangs, eats all memory or ends the process is told, and the rest still tried.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261122' },
    count: { type: 'string', default: '12000' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
})
const seed = Number(values.seed)
const first = values.only === undefined ? 0 : Number(values.only)
const end = values.only === undefined ? Number(values.count) : first + 1
if (![seed, first, end].every(Number.isSafeInteger))
  throw new Error('--seed, --count and --only are whole numbers')

/** After so long a mutant is given up; its failure was certain long before. */
const patience = 120_000
/** What a process may hold, in MiB. */
const heap = 1_024

const project = resolve(import.meta.dirname, '..', '..')
const work = await mkdtemp(join(tmpdir(), 'lectern-fuzz-'))
const tally = new Tally()
const began = performance.now()

const lost = (number: number, mutator: string, failure: string): Tried => ({
  ...{ number, mutator, ending: 'failed', codes: [], failure, milliseconds: patience, memory: 0, growth: 0 },
})

function record(tried: Tried): void {
  tally.add(tried)
  if (tried.ending === 'failed')
    console.log(
      `FAILED ${tried.mutator}: ${tried.failure ?? ''}\n  again: npm run fuzz -- --seed ${seed} --only ${tried.number}`,
    )
  const seconds = Math.round((performance.now() - began) / 1_000)
  if (tally.tried % 500 === 0)
    console.log(`${tally.tried} of ${end - first}, ${tally.failed} failed, ${seconds} s`)
}

/** Tries the mutants of a task until its end or until the process is lost; gives the number to go on with. */
function tryTask(task: Task): Promise<number> {
  const worker = fork(join(import.meta.dirname, 'worker.js'), [JSON.stringify(task)], {
    execArgv: [`--max-old-space-size=${heap}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((done) => {
    let current = { number: task.first, mutator: 'none yet' }
    let isHanging = false
    const hang = (): void => {
      isHanging = true
      worker.kill('SIGKILL')
    }
    let timer = setTimeout(hang, patience)
    worker.on('message', (said: Said) => {
      clearTimeout(timer)
      timer = setTimeout(hang, patience)
      if (said.is === 'begun') current = said
      else record(said.tried)
    })
    worker.once('exit', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) return done(task.end)
      const ended = `ended the process (${String(signal ?? code)})`
      record(lost(current.number, current.mutator, isHanging ? `hangs: ${patience / 1_000} s` : ended))
      done(current.number + 1)
    })
  })
}

/** How many mutants a process tries before the next takes over, so that what one leaves in memory does not add up. */
const taskSize = 500
const starts = Array.from(
  { length: Math.ceil((end - first) / taskSize) },
  (_, task) => first + task * taskSize,
)

async function lane(number: number): Promise<void> {
  const ownWork = join(work, String(number))
  await mkdir(ownWork)
  for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
    const last = Math.min(start + taskSize, end)
    for (let next = start; next < last;)
      next = await tryTask({ seed, first: next, end: last, work: ownWork, project })
  }
}

/** Tells what was found, also when a person has waited long enough and stops the run. */
async function tellAll(): Promise<void> {
  const report = tally.report(seed, (performance.now() - began) / 1_000)
  console.table(report.byMutator)
  console.log(JSON.stringify({ ...report, byMutator: undefined, failures: undefined }, null, 2))
  if (values.json !== undefined) {
    await mkdir(dirname(resolve(values.json)), { recursive: true })
    await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  console.log(
    `${report.count} mutants of seed ${seed}, ${report.failures.length} failed, ${report.seconds} s, ` +
      `at most ${report.peakMemoryMiB} MiB`,
  )
}

process.once('SIGINT', () => void tellAll().then(() => process.exit(130)))
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, (_, number) => lane(number)))
await rm(work, { recursive: true, force: true })
await tellAll()
process.exitCode = tally.failed === 0 ? 0 : 1
