import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { smallFolder } from '../authoring/fixtures/small-folder'
import { openBundle } from '../library'
import { inFolder, lectern, writeFiles } from './check-fixtures'
import { preview } from './preview'
import { findDesk, type Surroundings } from './preview-app'
import type { ExitCode } from './exit-codes'

interface Running {
  readonly out: string[]
  readonly opened: string[]
  stop(): Promise<ExitCode>
}

function start(folder: string, json = false): Running {
  const [out, opened]: [string[], string[]] = [[], []]
  const control = new AbortController()
  const options = { json, signal: control.signal, open: (bundle: string) => void opened.push(bundle) }
  const ended = preview(folder, options, { out: (line) => out.push(line), err: (line) => out.push(line) })
  return {
    out,
    opened,
    stop: () => {
      control.abort()
      return ended
    },
  }
}

const within = { timeout: 8_000, interval: 50 }

describe('lectern preview', () => {
  test(
    'packs on every save, tells flaws, keeps the last good bundle, and removes it at the end',
    () =>
      inFolder(async (root) => {
        const dir = await writeFiles(root, smallFolder)
        const running = start(dir)
        await vi.waitFor(() => expect(running.opened).toHaveLength(1), within)
        const [bundle = ''] = running.opened
        const before = await readFile(bundle)

        await writeFile(join(dir, 'claims.yaml'), 'claims: {}\n')
        await vi.waitFor(() => expect(running.out.join('\n')).toMatch(/claims\.yaml:1 {2}BAD_FIELD/), within)
        await vi.waitFor(() => expect(running.out.at(-1)).toBe('The last good bundle stays open.'), within)
        expect(await readFile(bundle)).toEqual(before)

        await writeFile(join(dir, 'about.md'), 'Now otherwise.\n')
        await writeFile(join(dir, 'claims.yaml'), 'claims: []\n')
        await vi.waitFor(async () => expect(await readFile(bundle)).not.toEqual(before), within)
        const opened = await openBundle(bundle)
        expect(opened.ok).toBe(true)
        if (opened.ok) await opened.value.close()
        expect(running.opened).toHaveLength(1)

        expect(await running.stop()).toBe(0)
        await expect(stat(bundle)).rejects.toThrow(/ENOENT/)
      }),
    30_000,
  )

  test('does not open the desk before there is a good bundle', () =>
    inFolder(async (root) => {
      const dir = await writeFiles(root, { ...smallFolder, 'claims.yaml': 'claims: {}\n' })
      const running = start(dir, true)
      await vi.waitFor(() => expect(running.out).toHaveLength(1), within)
      expect(JSON.parse(running.out[0] ?? '')).toMatchObject({ ok: false, flaws: [{ code: 'BAD_FIELD' }] })
      expect(running.opened).toEqual([])
      expect(await running.stop()).toBe(0)
    }))

  test('ends with 2 at once where there is no authoring folder', () =>
    inFolder(async (root) => {
      const { code, out, err } = await lectern('preview', join(root, 'none'), '--no-open')
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/NO_FOLDER/)
    }))

  test('ends with 2 at once in a folder without bundle.yaml', () =>
    inFolder(async (root) => {
      expect((await lectern('preview', root, '--no-open')).code).toBe(2)
    }))

  test.each([[['preview']], [['preview', 'a', 'b']], [['preview', 'a', '--open']]])(
    '%j ends with 2',
    async (args) => {
      expect((await lectern(...args)).code).toBe(2)
    },
  )
})

describe('the desk is found', () => {
  const machine = (platform: NodeJS.Platform, ...paths: string[]): Surroundings => ({
    platform,
    env: { PATH: '/usr/bin:node_modules/.bin', LOCALAPPDATA: '/local' },
    home: '/home/me',
    project: '/project',
    has: (path) => paths.includes(path),
  })

  test('by the command that was given, before any other', () => {
    const given = findDesk('"/my apps/desk" --flag', machine('linux', '/opt/Lectern/lectern'))
    expect(given).toEqual({ program: '/my apps/desk', args: ['--flag'] })
  })

  test('where it is installed, before the project', () => {
    const paths = ['/project/scripts/start.mjs', '/project/out/main/index.js', '/opt/Lectern/lectern']
    expect(findDesk(null, machine('linux', ...paths))?.program).toBe('/opt/Lectern/lectern')
    const mac = '/Applications/Lectern.app/Contents/MacOS/Lectern'
    expect(findDesk(null, machine('darwin', mac))?.program).toBe(mac)
  })

  test('in the project, when it was built there', () => {
    const built = machine('linux', '/project/scripts/start.mjs', '/project/out/main/index.js')
    expect(findDesk(null, built)).toEqual({ program: process.execPath, args: ['/project/scripts/start.mjs'] })
    expect(findDesk(null, machine('linux', '/project/scripts/start.mjs'))).toBeNull()
  })

  test('nowhere, on a machine without it or with an empty command', () => {
    expect(findDesk(null, machine('linux'))).toBeNull()
    expect(findDesk('  ', machine('linux', '/opt/Lectern/lectern'))).toBeNull()
  })
})
