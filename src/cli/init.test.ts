import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder, lectern, recordOf } from './check-fixtures'
import { init } from './init'

describe('lectern init', () => {
  test('makes a folder that checks without an error or a warning, and packs into a bundle that passes', () =>
    inFolder(async (root) => {
      const dir = join(root, 'my', 'Bundle 1')
      const made = await lectern('init', dir)
      expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' })
      expect(recordOf(await lectern('check', dir, '--json'))).toMatchObject({ ok: true, flaws: [] })
      const out = join(root, 'a.lectern')
      expect((await lectern('pack', dir, '--out', out)).code).toBe(0)
      expect(recordOf(await lectern('check', out, '--json'))).toMatchObject({ ok: true, flaws: [] })
      expect(recordOf(await lectern('verify', out, '--json'))).toMatchObject({
        ok: true,
        bundle: { id: 'bundle-1' },
      })
    }))

  test('shows every part of a bundle, with comments that teach', () =>
    inFolder(async (root) => {
      await lectern('init', root)
      const files = (await readdir(root, { recursive: true })).filter((name) => /^[^.].*\./.test(name))
      expect(files.length).toBe(9)
      for (const name of files.filter((file) => /\.yaml$|^(?:conditions|sources|handouts)/.test(file)))
        expect(await readFile(join(root, name), 'utf8')).toMatch(/(?:^|\s)# [A-Z]/m)
    }))

  test.each([
    ['Ärzte–Bund', 'arzte-bund'],
    ['2026 pain', 'pain'],
    ['疼痛', 'example'],
    ['nul', 'example'],
  ])('gives a folder called %s the id %s', (name, id) =>
    inFolder(async (root) => {
      await init(join(root, name), '2026-11-22')
      expect(await readFile(join(root, name, 'bundle.yaml'), 'utf8')).toMatch(`id: ${id} #`)
    }),
  )

  test('dates the review today and the next one a year later, on leap days too', () =>
    inFolder(async (root) => {
      await init(join(root, 'a'), '2028-02-29')
      const text = await readFile(join(root, 'a', 'bundle.yaml'), 'utf8')
      expect(text).toMatch(/^reviewed: 2028-02-29/m)
      expect(text).toMatch(/^expires: 2029-02-28/m)
    }))
})

describe('lectern init refuses with 2, and touches nothing', () => {
  test('a folder that is not empty, be it by a hidden file', () =>
    inFolder(async (root) => {
      await writeFile(join(root, '.notes'), 'mine')
      const { code, out, err } = await lectern('init', root)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/not empty/)
      expect(await readdir(root)).toEqual(['.notes'])
      expect(recordOf(await lectern('init', root, '--json'))).toMatchObject({ ok: false })
    }))

  test('a file', () =>
    inFolder(async (root) => {
      await writeFile(join(root, 'a'), 'mine')
      expect((await lectern('init', join(root, 'a'))).code).toBe(2)
      expect((await lectern('init', join(root, 'a', 'b'))).code).toBe(2)
      expect(await readFile(join(root, 'a'), 'utf8')).toBe('mine')
    }))

  test('a folder that was made before', () =>
    inFolder(async (root) => {
      const dir = join(root, 'a')
      await mkdir(dir)
      expect((await lectern('init', dir)).code).toBe(0)
      expect((await lectern('init', dir)).code).toBe(2)
    }))

  test.each([[['init']], [['init', 'a', 'b']], [['init', 'a', '--force']]])('%j', async (args) => {
    expect((await lectern(...args)).code).toBe(2)
  })
})
