// npm run typecheck
import { runQuietly } from './process/children.mjs'
import { say, secondsSince } from './process/say.mjs'
import { script } from './process/script.mjs'
import { tool } from './process/tools.mjs'
import { projectRoot } from './project.mjs'

const atOnce = 2

/**
 * Every side of the code has its own rules (docs/architecture.md). The slowest comes first.
 * @type {readonly { config: string, checker: [packageName: string, tool?: string] }[]}
 */
const sides = [
  { config: 'tsconfig.renderer.json', checker: ['vue-tsc'] },
  { config: 'tsconfig.node.json', checker: ['typescript', 'tsc'] },
  { config: 'tsconfig.core.json', checker: ['typescript', 'tsc'] },
  { config: 'tsconfig.e2e.json', checker: ['typescript', 'tsc'] },
]

/**
 * Checks one side and tells what is wrong with it. True when all is well.
 * @param {(typeof sides)[number]} side
 */
async function check({ config, checker }) {
  const [command, ...args] = tool(...checker)
  const began = performance.now()
  const options = ['--noEmit', '--pretty', String(Boolean(process.stderr.isTTY)), '-p', config]
  const { code, text } = await runQuietly(command, [...args, ...options], { cwd: projectRoot })
  if (code !== 0) say(text.trimEnd())
  say(`${config} ${code === 0 ? 'ok' : 'FAILED'} ${secondsSince(began)}`)
  return code === 0
}

await script(async () => {
  const waiting = [...sides]
  const results = /** @type {boolean[]} */ ([])
  const worker = async () => {
    for (let side = waiting.shift(); side; side = waiting.shift()) results.push(await check(side))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results.every(Boolean) ? 0 : 1
})
