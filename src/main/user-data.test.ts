import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { settleUserData } from './user-data'

/* Electron stands for one value here: the path of the folder, which it keeps and hands back. */
const app = vi.hoisted(() => ({ path: '', setPath: vi.fn(), getPath: vi.fn(), on: vi.fn() }))
vi.mock('electron', () => ({ app }))

beforeEach(() => {
  vi.resetAllMocks()
  app.getPath.mockImplementation(() => app.path)
  app.setPath.mockImplementation((_name: string, path: string) => (app.path = path))
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-user-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('the folder of the state', () => {
  it('is the one that was asked for, and is made when it is not there', () => {
    const folder = join(temporaryFolder(), 'a/b')
    expect(settleUserData(folder)).toEqual({ folder, notice: null })
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([undefined, ''])("is Electron's own when %j was asked for", (asked) => {
    app.path = temporaryFolder()
    expect(settleUserData(asked)).toEqual({ folder: app.path, notice: null })
    expect(app.setPath).not.toHaveBeenCalled()
  })

  it('is whole even when it was asked for from here', () => {
    const folder = temporaryFolder()
    expect(settleUserData(relative(process.cwd(), folder)).folder).toBe(folder)
  })

  it('of a start apart is only read from, and Chromium gets another, so that it can run beside the desk', () => {
    const folder = temporaryFolder()
    expect(settleUserData(folder, true)).toEqual({ folder, notice: null })
    expect(readdirSync(folder)).toEqual([])
    expect(app.path).not.toBe(folder)
    const [name, clean] = app.on.mock.calls[0] as [string, () => void]
    clean()
    expect([name, existsSync(app.path)]).toEqual(['quit', false])
  })

  it('that cannot be written is still read from, and Chromium gets another, which goes when the app does', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const folder = join(file, 'sub')
    expect(settleUserData(folder)).toEqual({
      folder,
      notice: { code: 'STATE_READ_ONLY', detail: expect.stringMatching(/ENOTDIR|EEXIST|ENOENT/) },
    })
    expect(app.path).not.toBe(folder)
    expect(existsSync(app.path)).toBe(true)
    const [name, clean] = app.on.mock.calls[0] as [string, () => void]
    clean()
    expect([name, existsSync(app.path)]).toEqual(['quit', false])
  })
})
