import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { smallFolder } from '../authoring/fixtures/small-folder'
import { leastCost, loadPublicKey, openBundle } from '../library'
import { writeKeyPair } from './keygen'
import { run } from './run'

let root = ''
let folder = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-sign-'))
  folder = join(root, 'authored')
  for (const [path, text] of Object.entries(smallFolder)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await writeKeyPair({ name: join(root, 'plain'), password: null, force: false })
  await writeKeyPair({ name: join(root, 'locked'), password: 'secret', force: false, cost: leastCost })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true })
})

const at = (name: string): string => join(root, name)

async function lectern(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function signatureOf(bundle: string, pub: string): Promise<unknown> {
  const opened = await openBundle(bundle, [await loadPublicKey(pub)])
  if (!opened.ok) return opened.failure
  await opened.value.close()
  return opened.value.signature
}

describe('lectern pack --key', () => {
  test('writes a signed bundle, the same each time', async () => {
    for (const out of ['a', 'b'])
      expect((await lectern('pack', folder, '--out', at(out), '--key', at('plain.key'))).code).toBe(0)
    expect(await readFile(at('a'))).toEqual(await readFile(at('b')))
    expect(await signatureOf(at('a'), at('plain.pub'))).toMatchObject({
      is: 'valid',
      trustedComment: 'bundle:small-1.0.0',
    })
  })

  test('takes the password from the environment', async () => {
    vi.stubEnv('LECTERN_KEY_PASSWORD', 'secret')
    expect((await lectern('pack', folder, '--out', at('a'), '--key', at('locked.key'))).code).toBe(0)
    expect(await signatureOf(at('a'), at('locked.pub'))).toMatchObject({ is: 'valid' })
  })

  test.each([
    ['the password is wrong', 'locked.key', 'wrong', /BAD_KEY.*the password is wrong/],
    ['the password is missing', 'locked.key', undefined, /BAD_KEY.*no password: set LECTERN_KEY_PASSWORD/],
    ['the key is the public one', 'plain.pub', undefined, /BAD_KEY.*does not have the length/],
    ['there is no key', 'nowhere.key', undefined, /CANNOT_READ/],
  ])('writes nothing and ends with 2 when %s', async (_, key, password, said) => {
    vi.stubEnv('LECTERN_KEY_PASSWORD', password)
    const args = ['pack', folder, '--out', at('a'), '--key', at(key)]
    const { code, out, err } = await lectern(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(said)
    const json = await lectern(...args, '--json')
    expect(json.code).toBe(2)
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, flaws: [{ at: at(key) }] })
    expect(await readdir(root)).not.toContain('a')
  })
})

describe('lectern sign', () => {
  test('gives what packing with the key gives, and says so', async () => {
    await lectern('pack', folder, '--out', at('a'), '--key', at('plain.key'))
    await lectern('pack', folder, '--out', at('b'))
    const { code, out, err } = await lectern('sign', at('b'), '--key', at('plain.key'))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const { keyId } = await loadPublicKey(at('plain.pub'))
    expect(out).toBe(`${at('b')}: signed with key ${keyId}, trusted comment "bundle:small-1.0.0".`)
    expect(await readFile(at('b'))).toEqual(await readFile(at('a')))
  })

  test('says which signature it replaced, to a program too', async () => {
    vi.stubEnv('LECTERN_KEY_PASSWORD', 'secret')
    await lectern('pack', folder, '--out', at('a'), '--key', at('plain.key'))
    const [plain, locked] = [await loadPublicKey(at('plain.pub')), await loadPublicKey(at('locked.pub'))]
    const { out } = await lectern('sign', at('a'), '--key', at('locked.key'))
    expect(out).toContain(`; the signature of key ${plain.keyId} was taken out.`)
    const json = await lectern('sign', at('a'), '--key', at('plain.key'), '--json')
    expect(JSON.parse(json.out)).toEqual({
      ok: true,
      bundle: at('a'),
      flaws: [],
      keyId: plain.keyId,
      trustedComment: 'bundle:small-1.0.0',
      replaced: locked.keyId,
    })
  })

  test('ends with 1 when the bundle has a flaw', async () => {
    await writeFile(at('a'), 'no bundle')
    const { code, out } = await lectern('sign', at('a'), '--key', at('plain.key'))
    expect(code).toBe(1)
    expect(out).toMatch(/^NOT_A_BUNDLE.*\n.*a was not signed\.$/)
    const json = await lectern('sign', at('a'), '--key', at('plain.key'), '--json')
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, flaws: [{ code: 'NOT_A_BUNDLE' }] })
    expect(await readFile(at('a'), 'utf8')).toBe('no bundle')
  })

  test.each([
    ['without a bundle', ['sign', '--key', 'k']],
    ['without --key', ['sign', 'x']],
    ['where there is no bundle', ['sign', 'nowhere', '--key', 'plain.key']],
    ['where there is no key', ['sign', 'plain.pub', '--key', 'nowhere.key']],
    ['with a locked key and no password', ['sign', 'plain.pub', '--key', 'locked.key']],
  ])('ends with 2 %s', async (_, args) => {
    vi.stubEnv('LECTERN_KEY_PASSWORD', undefined)
    const named = args.map((arg) => (/^(?:sign|--key)$/.test(arg) ? arg : at(arg)))
    const { code, err } = await lectern(...named)
    expect(code).toBe(2)
    expect(err).not.toBe('')
  })

  test('explains the password and the exit codes', async () => {
    for (const command of ['sign', 'pack']) {
      const { code, out } = await lectern(command, '--help')
      expect(code).toBe(0)
      expect(out).toMatch(/--key <file>[\s\S]*LECTERN_KEY_PASSWORD[\s\S]*Exit codes:/)
    }
  })
})
