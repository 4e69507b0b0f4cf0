import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { inProject } from '../project.mjs'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { atExit, exitCodeOf, run, runQuietly } from './children.mjs'

const node = process.execPath
const children = pathToFileURL(inProject('scripts/process/children.mjs')).href

/**
 * Runs a script with `children.mjs` as `c`, sends a signal when it says "ready", and waits for its exit code.
 * @param {string} code
 * @param {NodeJS.Signals} signal
 */
async function signalled(code, signal) {
  const source = `import * as c from ${JSON.stringify(children)}\n${code}`
  const script = spawn(node, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  script.stdout.on('data', (text) => {
    said += text
    if (said.includes('ready')) script.kill(signal)
  })
  return new Promise((resolve) => script.once('close', (exitCode) => resolve(exitCode)))
}

describe('a command', () => {
  it('ends with its exit code, or that of the signal as a shell counts it', async () => {
    expect(await run(node, ['-e', 'process.exit(7)'])).toBe(7)
    expect(await run(node, ['-e', 'process.kill(process.pid, "SIGKILL")'])).toBe(137)
    expect(exitCodeOf(null, 'SIGTERM')).toBe(143)
  })

  it('fails when there is no such program', async () => {
    await expect(run('/no/such/program', [])).rejects.toThrow('ENOENT')
  })

  it('can be run quietly, with all it prints kept', async () => {
    const { code, stdout, text } = await runQuietly(node, ['-e', 'console.log("a"); console.error("b")'])
    expect(code).toBe(0)
    expect(stdout).toBe('a\n')
    expect(text).toContain('b')
  })

  it.each(/** @type {const} */ (['SIGTERM', 'SIGINT']))(
    'gets our %s, and we end as it does',
    async (signal) => {
      const child = `process.on('${signal}', () => process.exit(9)); setInterval(() => {}, 99); console.log('ready')`
      const code = `process.exitCode = await c.run(process.execPath, ['-e', ${JSON.stringify(child)}])`
      expect(await signalled(code, signal)).toBe(9)
    },
  )
})

describe('atExit', () => {
  it('does the work once, when told to', () => {
    const work = vi.fn()
    const finish = atExit(work)
    finish()
    expect(work).toHaveBeenCalledTimes(1)
    expect(process.listeners('exit')).not.toContain(finish)
  })

  it('does the work when a signal ends us', async () => {
    const file = path.join(temporaryFolder(), 'tidied')
    const code = `import fs from 'node:fs'
      c.atExit(() => fs.writeFileSync(${JSON.stringify(file)}, ''))
      setInterval(() => {}, 99); console.log('ready')`
    expect(await signalled(code, 'SIGTERM')).toBe(143)
    expect(existsSync(file)).toBe(true)
  })
})
