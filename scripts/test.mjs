// npm test: every check there is, in order, up to the first that fails
import { rm } from 'node:fs/promises'
import { run } from './process/children.mjs'
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

/** @type {readonly Check[]} */
const checks = [
  { name: 'format:check' },
  { name: 'lint' },
  { name: 'typecheck' },
  { name: 'unit', args: unitReporters, report: unitReport, read: vitestCounts },
  { name: 'e2e', args: ['--reporter=list,json'], report: e2eReport, read: playwrightCounts },
]

/**
 * @param {Check} check
 */
async function passes({ name, args = [] }) {
  const [command, ...npmArgs] = npm()
  const code = await run(command, [...npmArgs, 'run', '--silent', name, '--', ...args], {
    cwd: projectRoot,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
  })
  return code === 0
}

await script(async () => {
  await rm(reports, { recursive: true, force: true })
  let counts = none
  const times = []
  let failedAt = null
  for (const check of checks) {
    say(`\n── ${check.name} ${'─'.repeat(70 - check.name.length)}`)
    const began = performance.now()
    const passed = await passes(check)
    times.push(`${check.name} ${secondsSince(began)}`)
    if (check.report && check.read) counts = plus(counts, await countsIn(check.report, check.read, !passed))
    if (!passed) {
      failedAt = check.name
      break
    }
  }
  say(`\n${failedAt ? `FAILED at ${failedAt}` : 'All is well'} (${times.join(', ')})`)
  console.log(countLine(counts))
  return failedAt ? 1 : 0
})
