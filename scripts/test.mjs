// npm test: every check there is, stage after stage, up to the first stage in which one fails
import { rm } from 'node:fs/promises'
import { run, runQuietly } from './process/children.mjs'
import { say, secondsSince } from './process/say.mjs'
import { script } from './process/script.mjs'
import { npm } from './process/tools.mjs'
import { inProject, projectRoot } from './project.mjs'
import { countLine, countsIn, none, playwrightCounts, plus, vitestCounts } from './steps/test-counts.mjs'

/**
 * @typedef Check one script of package.json, run as a person would run it
 * @property {string} name
 * @property {string[]} [args]
 * @property {string} [report] the JSON file that it leaves
 * @property {(report: any) => import('./steps/test-counts.mjs').Counts} [read]
 */

const reports = inProject('.cache', 'test')
const unitReport = `${reports}/unit.json`
const e2eReport = `${reports}/e2e.json`
const unitReporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]

/**
 * What is checked at once, a stage after the other. Each of the first stage keeps one core busy.
 * @type {readonly (readonly Check[])[]}
 */
const stages = [
  [{ name: 'typecheck' }, { name: 'lint' }, { name: 'format:check' }],
  [{ name: 'unit', args: unitReporters, report: unitReport, read: vitestCounts }],
  [{ name: 'e2e', args: ['--reporter=list,json'], report: e2eReport, read: playwrightCounts }],
]

/**
 * @typedef Outcome how a check ended
 * @property {string} name
 * @property {boolean} passed
 * @property {string} time
 * @property {import('./steps/test-counts.mjs').Counts} counts
 */

/** @param {string} name */
const announce = (name) => say(`\n── ${name} ${'─'.repeat(70 - name.length)}`)

/**
 * Runs one check: alone on our terminal, or beside others, when it says what it has to say at its end.
 * @param {Check} check
 * @param {boolean} alone
 * @returns {Promise<Outcome>}
 */
async function outcomeOf({ name, args = [], report, read }, alone) {
  const [command, ...npmArgs] = npm()
  const began = performance.now()
  const all = [...npmArgs, 'run', '--silent', name, '--', ...args]
  const where = { cwd: projectRoot, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport } }
  if (alone) announce(name)
  const { code, text } = alone
    ? { code: await run(command, all, where), text: '' }
    : await runQuietly(command, all, where)
  if (!alone) {
    announce(name)
    say(text.trimEnd())
  }
  const passed = code === 0
  const counts = report && read ? await countsIn(report, read, !passed) : { ...none, failed: passed ? 0 : 1 }
  return { name, passed, time: secondsSince(began), counts }
}

await script(async () => {
  await rm(reports, { recursive: true, force: true })
  /** @type {Outcome[]} */
  const outcomes = []
  for (const stage of stages) {
    outcomes.push(...(await Promise.all(stage.map((check) => outcomeOf(check, stage.length === 1)))))
    if (outcomes.some(({ passed }) => !passed)) break
  }
  const failed = outcomes.filter(({ passed }) => !passed).map(({ name }) => name)
  const times = outcomes.map(({ name, time }) => `${name} ${time}`)
  say(`\n${failed.length > 0 ? `FAILED at ${failed.join(', ')}` : 'All is well'} (${times.join(', ')})`)
  console.log(countLine(outcomes.map(({ counts }) => counts).reduce(plus, none)))
  return failed.length > 0 ? 1 : 0
})
