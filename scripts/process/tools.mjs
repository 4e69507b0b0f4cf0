import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { inProject } from '../project.mjs'
import { runQuietly } from './children.mjs'
import { Failure } from './failure.mjs'

/** @typedef {readonly [command: string, ...args: string[]]} Command */

/**
 * The command that runs a tool of a package in node_modules: with Node and its file, so it works the same on
 * Windows, where the shims in `.bin` are not programs.
 * @param {string} packageName
 * @param {string} [name] of the tool, when it is not the package's own
 * @returns {Command}
 */
export function tool(packageName, name = packageName) {
  const folder = inProject('node_modules', packageName)
  let text
  try {
    text = readFileSync(`${folder}/package.json`, 'utf8')
  } catch {
    throw new Failure(`The package ${packageName} is not installed. Run: npm ci`)
  }
  const { bin } = JSON.parse(text)
  return [process.execPath, `${folder}/${typeof bin === 'string' ? bin : bin[name]}`]
}

/**
 * The command that runs npm: the very npm that started us, else the one on the path.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Command}
 */
export const npm = (env = process.env) =>
  env['npm_execpath']?.endsWith('.js') ? [process.execPath, env['npm_execpath']] : ['npm']

/**
 * Runs a command that is expected to succeed. What it prints is shown only when it fails.
 * @param {string} purpose what it was for, as in "The build"
 * @param {Command} command
 * @param {import('./children.mjs').Where} where
 */
export async function mustRun(purpose, [command, ...args], where = {}) {
  const { code, text } = await runQuietly(command, args, where)
  if (code === 0) return
  const shown = process.stderr.isTTY ? text : stripVTControlCharacters(text)
  throw new Failure(`${shown.trimEnd()}\n${purpose} failed (exit code ${code}).`)
}
