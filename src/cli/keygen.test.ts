import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprintOf, leastCost, loadPublicKey, loadSecretKey, publicKeyOf } from '../library'
import { writeKeyPair } from './keygen'
import { keygen, type KeygenOptions } from './keygen-command'
import { run } from './run'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-keygen-'))
})
afterEach(() => rm(root, { recursive: true }))

/** Runs `lectern keygen` where nobody sits at a terminal. */
async function made(
  name: string,
  options: KeygenOptions,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const source = { env, input: new PassThrough(), output: { write: () => true } }
  const code = await keygen(join(root, name), options, { source, terminal })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('lectern keygen', () => {
  test('without a password makes a pair that belongs together, and says who may have which', async () => {
    const { code, out, err } = await made('ward', { password: false })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect((await readdir(root)).sort()).toEqual(['ward.key', 'ward.pub'])
    const stored = await loadSecretKey(join(root, 'ward.key'))
    const pub = await loadPublicKey(join(root, 'ward.pub'))
    expect(stored.is === 'open' && publicKeyOf(stored.key)).toEqual(pub)
    expect(out).toContain('ward.key: the secret key. Whoever has it can sign as you.')
    expect(out).toContain(`ward.pub: the public key ${pub.keyId}. Give it to your readers.`)
    expect(out).toContain(`Fingerprint ${fingerprintOf(pub)}`)
  })

  test('with a password protects the secret key with it', async () => {
    await writeKeyPair({ name: join(root, 'ward'), password: 'p', force: false, cost: leastCost })
    const stored = await loadSecretKey(join(root, 'ward.key'))
    if (stored.is !== 'locked') throw new Error('not locked')
    expect(publicKeyOf(await stored.unlock('p'))).toEqual(await loadPublicKey(join(root, 'ward.pub')))
  })

  test('with --json prints one line for programs', async () => {
    const { code, out } = await made('ward', { password: false, json: true })
    const pub = await loadPublicKey(join(root, 'ward.pub'))
    const files = { key: join(root, 'ward.key'), pub: join(root, 'ward.pub') }
    expect({ code, record: JSON.parse(out) as unknown }).toEqual({
      code: 0,
      record: { ok: true, keyId: pub.keyId, fingerprint: fingerprintOf(pub), ...files },
    })
  })

  test.skipIf(process.platform === 'win32')(
    'lets nobody else read the secret key, old file or not',
    async () => {
      const mode = async (name: string): Promise<number> => (await stat(join(root, name))).mode & 0o777
      await made('ward', { password: false })
      expect(await mode('ward.key')).toBe(0o600)
      await writeFile(join(root, 'open.key'), 'old', { mode: 0o666 })
      await made('open', { password: false, force: true })
      expect(await mode('open.key')).toBe(0o600)
    },
  )

  test.each(['ward.key', 'ward.pub'])(
    'leaves a %s that is there, unless told to with --force',
    async (name) => {
      await writeFile(join(root, name), 'old')
      const { code, err } = await made('ward', { password: false })
      expect(code).toBe(2)
      expect(err).toMatch(/No keys were made: .*ward\.(key|pub) is there already; use --force/)
      expect(await readdir(root)).toEqual([name])
      expect(await readFile(join(root, name), 'utf8')).toBe('old')
      expect((await made('ward', { password: false, force: true })).code).toBe(0)
      expect((await loadSecretKey(join(root, 'ward.key'))).is).toBe('open')
      expect((await readdir(root)).sort()).toEqual(['ward.key', 'ward.pub'])
    },
  )

  test.each([
    ['there is no password and nobody to ask', 'ward', {}],
    ['the password is empty', 'ward', { LECTERN_KEY_PASSWORD: '' }],
    ['the password is longer than minisign reads', 'ward', { LECTERN_KEY_PASSWORD: 'x'.repeat(2_000) }],
    ['there is no such folder', 'nowhere/ward', {}],
  ])('ends with 2 and makes nothing when %s', async (_, name, env) => {
    const { code, out, err } = await made(name, { password: name === 'ward' }, env)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^No keys were made: .*\.$/)
    expect(await readdir(root)).toEqual([])
    const json = await made(name, { password: name === 'ward', json: true }, env)
    expect(json.code).toBe(2)
    expect(JSON.parse(json.out)).toMatchObject({ ok: false })
  })

  test('is a command with help', async () => {
    const out: string[] = []
    const terminal = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) }
    expect(await run(['keygen', '--help'], terminal)).toBe(0)
    expect(out.join('\n')).toMatch(/--no-password[\s\S]*--force[\s\S]*LECTERN_KEY_PASSWORD[\s\S]*Exit codes:/)
    expect(await run(['keygen', join(root, 'a'), '--no-password'], terminal)).toBe(0)
    expect((await readdir(root)).sort()).toEqual(['a.key', 'a.pub'])
    expect(await run(['keygen'], terminal)).toBe(2)
  })
})
