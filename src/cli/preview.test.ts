import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { smallFolder } from '../authoring/fixtures/small-folder'
import { openBundle, readPreviewStatus, type PreviewStatus } from '../library'
import { inFolder, lectern, writeFiles } from './check-fixtures'
import { preview } from './preview'
import { findDesk, type Surroundings } from './preview-app'
import type { ExitCode } from './exit-codes'

interface Running {
  readonly out: string[]
  /** The status files that a desk was opened on. */
  readonly opened: string[]
  /** What the desk is told now. */
  status(): Promise<PreviewStatus | null>
  stop(): Promise<ExitCode>
}

function start(folder: string, json = false): Running {
  const [out, opened]: [string[], string[]] = [[], []]
  const control = new AbortController()
  const options = { json, signal: control.signal, open: (file: string) => void opened.push(file) }
  const ended = preview(folder, options, { out: (line) => out.push(line), err: (line) => out.push(line) })
  return {
    out,
    opened,
    status: () => readPreviewStatus(opened[0] ?? 'none'),
    stop: () => {
      control.abort()
      return ended
    },
  }
}

const within = { timeout: 8_000, interval: 50 }
const bundleOf = (status: PreviewStatus | null, file: string | undefined): string =>
  join(dirname(file ?? ''), status?.bundle ?? '')

/** Saves as editors do that replace the file. */
async function saveByRename(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text)
  await rename(`${file}.tmp`, file)
}

describe('lectern preview', () => {
  test(
    'packs on every save, tells flaws, keeps the last good bundle, and removes it at the end',
    () =>
      inFolder(async (root) => {
        const dir = await writeFiles(join(root, 'small'), smallFolder)
        const running = start(dir)
        await vi.waitFor(() => expect(running.opened).toHaveLength(1), within)
        expect(await running.status()).toMatchObject({
          folder: 'small',
          state: 'good',
          revision: 1,
          bundle: 'preview-1.lectern',
          flaws: [],
        })

        await writeFile(join(dir, 'claims.yaml'), 'claims: {}\n')
        await vi.waitFor(async () => expect((await running.status())?.state).toBe('kept'), within)
        expect(await running.status()).toMatchObject({
          revision: 1,
          bundle: 'preview-1.lectern',
          flaws: [
            { at: 'claims.yaml:1', code: 'BAD_FIELD', severity: 'error', says: expect.any(String) as string },
          ],
        })
        expect(running.out.join('\n')).toMatch(/claims\.yaml:1 {2}BAD_FIELD/)
        await vi.waitFor(() => expect(running.out.at(-1)).toBe('The last good bundle stays open.'), within)

        await writeFile(join(dir, 'about.md'), 'Now otherwise.\n')
        await writeFile(join(dir, 'claims.yaml'), 'claims: []\n')
        await vi.waitFor(async () => expect((await running.status())?.state).toBe('good'), within)
        const status = await running.status()
        expect(status?.revision).toBe(2)
        const opened = await openBundle(bundleOf(status, running.opened[0]))
        expect(opened.ok).toBe(true)
        if (opened.ok) await opened.value.close()
        expect(running.opened).toHaveLength(1)

        expect(await running.stop()).toBe(0)
        expect(await running.status()).toBeNull()
        await expect(stat(dirname(running.opened[0] ?? ''))).rejects.toThrow(/ENOENT/)
      }),
    30_000,
  )

  test(
    'sees each of several saves by which an editor replaces a file',
    () =>
      inFolder(async (root) => {
        const dir = await writeFiles(root, smallFolder)
        const running = start(dir, true)
        await vi.waitFor(async () => expect((await running.status())?.revision).toBe(1), within)
        for (const turn of [2, 3, 4]) {
          await saveByRename(join(dir, 'about.md'), `Turn ${turn}.\n`)
          await vi.waitFor(async () => expect((await running.status())?.revision).toBe(turn), within)
        }
        // Those before the last two are not kept.
        const files = await readdir(dirname(running.opened[0] ?? ''))
        expect(files.sort()).toEqual(['preview-3.lectern', 'preview-4.lectern', 'preview.json'])
        await running.stop()
      }),
    30_000,
  )

  test(
    'packs once for a burst of saves',
    () =>
      inFolder(async (root) => {
        const dir = await writeFiles(root, smallFolder)
        const running = start(dir, true)
        await vi.waitFor(() => expect(running.out).toHaveLength(1), within)
        for (let n = 0; n < 20; n++) {
          await writeFile(join(dir, 'about.md'), `Save ${n}.\n`)
          await new Promise((done) => setTimeout(done, 15))
        }
        await vi.waitFor(() => expect(running.out.length).toBeGreaterThan(1), within)
        await new Promise((done) => setTimeout(done, 900))
        expect(running.out.length).toBeLessThanOrEqual(3)
        await running.stop()
      }),
    30_000,
  )

  test(
    'keeps the last good bundle while the folder is deleted, and goes on when it is back',
    () =>
      inFolder(async (root) => {
        const dir = await writeFiles(join(root, 'small'), smallFolder)
        const running = start(dir)
        await vi.waitFor(async () => expect((await running.status())?.state).toBe('good'), within)
        await rm(dir, { recursive: true })
        await vi.waitFor(async () => expect((await running.status())?.state).toBe('kept'), within)
        expect(await running.status()).toMatchObject({ revision: 1, flaws: [{ code: 'NO_FOLDER' }] })
        await writeFiles(dir, smallFolder)
        await vi.waitFor(async () => expect((await running.status())?.state).toBe('good'), within)
        await running.stop()
      }),
    30_000,
  )

  test(
    'opens the desk on the flaws where bundle.yaml is broken from the start',
    () =>
      inFolder(async (root) => {
        const dir = await writeFiles(root, { ...smallFolder, 'bundle.yaml': 'id: [\n' })
        const running = start(dir, true)
        await vi.waitFor(() => expect(running.opened).toHaveLength(1), within)
        const status = await running.status()
        expect(status).toMatchObject({ state: 'none', revision: 0, bundle: null })
        expect(status?.flaws[0]).toMatchObject({ code: 'BAD_YAML', severity: 'error' })
        expect(JSON.parse(running.out[0] ?? '')).toMatchObject({ ok: false })
        await writeFiles(root, smallFolder)
        await vi.waitFor(async () => expect((await running.status())?.state).toBe('good'), within)
        expect(running.opened).toHaveLength(1)
        expect(await running.stop()).toBe(0)
      }),
    30_000,
  )

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
