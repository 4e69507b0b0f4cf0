import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mustRun, npm, tool } from './tools.mjs'

describe('tool', () => {
  it.each([
    ['vite', undefined],
    ['electron-vite', undefined],
    ['electron-builder', undefined],
    ['typescript', 'tsc'],
    ['vue-tsc', undefined],
    ['@playwright/test', 'playwright'],
  ])('finds the file of %s %s', (packageName, name) => {
    const [command, file] = tool(packageName, name)
    expect(command).toBe(process.execPath)
    expect(existsSync(String(file))).toBe(true)
  })

  it('says what to run when a package is not there', () => {
    expect(() => tool('no-such-package-at-all')).toThrow('Run: npm ci')
  })
})

it('runs npm by the file that started us, where there is one', () => {
  expect(npm({ npm_execpath: '/x/npm-cli.js' })).toEqual([process.execPath, '/x/npm-cli.js'])
  expect(npm({})).toEqual(['npm'])
})

describe('mustRun', () => {
  it('shows what a failed command printed', async () => {
    const command = mustRun('The build', [
      process.execPath,
      '-e',
      'console.log("line 3 is wrong"); process.exit(2)',
    ])
    await expect(command).rejects.toThrow(/line 3 is wrong[^]*The build failed \(exit code 2\)/)
  })
})
