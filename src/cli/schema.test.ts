import { readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder, lectern, recordOf } from './check-fixtures'

const published = new URL('../../docs/schema/', import.meta.url)

describe('lectern schema', () => {
  test('writes what docs/schema holds, over what was there', () =>
    inFolder(async (root) => {
      const dir = join(root, 'a', 'b')
      const { ok, files } = recordOf(await lectern('schema', '--out', dir, '--json')) as {
        ok: boolean
        files: string[]
      }
      expect(ok).toBe(true)
      expect((await readdir(dir)).sort()).toEqual((await readdir(published)).sort())
      await writeFile(join(dir, 'claims-yaml.schema.json'), 'old')
      await writeFile(join(dir, 'mine.txt'), 'mine')
      expect((await lectern('schema', '--out', dir)).code).toBe(0)
      for (const file of files)
        expect(await readFile(join(dir, file), 'utf8')).toBe(await readFile(new URL(file, published), 'utf8'))
      expect(await readFile(join(dir, 'mine.txt'), 'utf8')).toBe('mine')
    }))

  test('ends with 2 where nothing can be written', () =>
    inFolder(async (root) => {
      await writeFile(join(root, 'a'), 'mine')
      const { code, out, err } = await lectern('schema', '--out', join(root, 'a'))
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/^No schemas were written/)
      expect(recordOf(await lectern('schema', '--out', join(root, 'a'), '--json'))).toMatchObject({
        ok: false,
      })
    }))

  test.each([[['schema']], [['schema', 'dir']], [['schema', '--out']]])('%j ends with 2', async (args) => {
    expect((await lectern(...args)).code).toBe(2)
  })
})

test('each YAML file of a new folder names a schema that lies in the folder', () =>
  inFolder(async (root) => {
    await lectern('init', root)
    const yaml = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.yaml'))
    expect(yaml.length).toBeGreaterThan(2)
    for (const name of yaml) {
      const [first = ''] = (await readFile(join(root, name), 'utf8')).split('\n')
      const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? []
      const schema = JSON.parse(await readFile(join(root, dirname(name), named), 'utf8')) as { title: string }
      expect(normalize(schema.title.replace('<condition>', 'example-condition'))).toBe(normalize(name))
    }
  }))
