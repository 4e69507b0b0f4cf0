import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBag } from './bag'
import { loadPublicKey } from './minisign/key-files'
import { publicKeyText } from './minisign/public-key'
import { minisignRefusals, type MinisignRefusal } from './minisign/refusals'
import { newSecretKey, publicKeyOf, secretKeyText } from './minisign/secret-key'
import { signatureText } from './minisign/signature'
import { has, runProgram } from './minisign/test-minisign'
import { openBundle } from './open-bundle'
import { sha256 } from './sha256'
import { bytesOf, inTemporaryFolder, opens, textFrom } from './test-files'
import { filesOf, flipped, inBundle, replaced, signatureAt, writeFolder } from './test-signed'

const key = newSecretKey()
const trusted = publicKeyOf(key)
const other = newSecretKey()
const names = {
  signature: 'tagmanifest-sha256.txt.minisig',
  publicKey: 'publisher.pub',
  list: 'tagmanifest-sha256.txt',
  manifest: 'manifest-sha256.txt',
  info: 'bag-info.txt',
  declaration: 'bagit.txt',
} as const

describe('§3.5 the signature of a bundle', () => {
  it('is none where there is none', () =>
    inBundle(null, async (path) => {
      expect(await signatureAt(path, [trusted])).toBe('none')
    }))

  it('§3.2 is valid with a key that is trusted, and tells the bundle and its version', () =>
    inBundle(key, async (path) => {
      const opened = await openBundle(path, [publicKeyOf(other), trusted])
      if (!opened.ok) throw new Error(opened.failure.code)
      const { signature } = opened.value
      expect(signature).toEqual({
        is: 'valid',
        keyId: key.keyId,
        key: trusted,
        trustedComment: 'bundle:ldn-1.0.0',
      })
      await opened.value.close()
    }))

  it('is of an unknown key with none that is trusted, or with others', () =>
    inBundle(key, async (path) => {
      expect(await signatureAt(path)).toBe('unknown key')
      expect(await signatureAt(path, [publicKeyOf(other)])).toBe('unknown key')
    }))

  it('of an unknown key comes with that key, which tells no more than that nothing was changed since', () =>
    inBundle(key, async (path) => {
      const opened = await openBundle(path)
      if (!opened.ok) throw new Error(opened.failure.code)
      expect(opened.value.signature).toEqual({ is: 'unknown key', keyId: key.keyId, key: trusted })
      await opened.value.close()
    }))

  it('§3.5 is valid with one of two keys of the same number, wherever it stands', () =>
    inBundle(key, async (path) => {
      const twin = { ...publicKeyOf(other), keyId: key.keyId }
      expect(await signatureAt(path, [twin, trusted])).toBe('valid')
      expect(await signatureAt(path, [trusted, twin])).toBe('valid')
      expect(await signatureAt(path, [twin])).toBe(`BAD_SIGNATURE: ${minisignRefusals.WRONG_SIGNATURE}`)
    }))

  it('is checked in a folder, and in one folder of an archive, as well', () =>
    inBundle(key, async (path, folder) => {
      const files = await filesOf(path)
      await writeFolder(join(folder, 'out'), files)
      expect(await signatureAt(join(folder, 'out'), [trusted])).toBe('valid')
      const inner = [...files].map(([name, bytes]) => [`ldn/${name}`, bytes] as const)
      await writeFolder(join(folder, 'outer'), new Map(inner))
      expect(await signatureAt(join(folder, 'outer'), [trusted])).toBe('valid')
    }))

  it('§3.2 is the same in the same bundle, packed again', () =>
    inBundle(key, (path) =>
      inBundle(key, async (again) => {
        expect((await readFile(path)).equals(await readFile(again))).toBe(true)
      }),
    ))
})

/** Changes files of a signed bundle and says what opening it with the trusted key ends in. */
async function afterChange(
  change: (files: Map<string, Uint8Array>) => void | Promise<void>,
  keys = [trusted],
): Promise<string> {
  let said = ''
  await inBundle(key, async (path, folder) => {
    const files = await filesOf(path)
    await change(files)
    await writeFolder(join(folder, 'out'), files)
    said = await signatureAt(join(folder, 'out'), keys)
  })
  return said
}

type Change = (bytes: Uint8Array) => Uint8Array
const text =
  (change: (text: string) => string): Change =>
  (bytes) =>
    bytesOf(change(textFrom(bytes)))
const lines = (number: number, by: string): Change =>
  text((all) =>
    all
      .split('\n')
      .map((line, index) => (index === number - 1 ? by : line))
      .join('\n'),
  )

describe('§3.3 a signed bundle is refused with', () => {
  it.each<[string, keyof typeof names, Change, MinisignRefusal]>([
    ['an empty signature', 'signature', () => bytesOf(''), 'WRONG_LINE_COUNT'],
    ['a signature cut in two', 'signature', (bytes) => bytes.slice(0, bytes.length / 2), 'WRONG_LINE_COUNT'],
    ['a signature cut at its end', 'signature', (bytes) => bytes.slice(0, -3), 'BAD_BASE64'],
    [
      'a changed trusted comment',
      'signature',
      text((all) => all.replace('1.0.0', '2.0.0')),
      'WRONG_COMMENT_SIGNATURE',
    ],
    ['no trusted comment', 'signature', lines(3, 'hello'), 'NO_TRUSTED_COMMENT'],
    ['base64 garbage', 'signature', lines(2, '?'.repeat(100)), 'BAD_BASE64'],
    ['base64 garbage at the end', 'signature', lines(4, 'no base64 at all'), 'BAD_BASE64'],
    [
      'another algorithm',
      'signature',
      lines(2, Buffer.alloc(74, 'RSA').toString('base64')),
      'WRONG_ALGORITHM',
    ],
    ['a public key for a signature', 'signature', () => bytesOf(publicKeyText(trusted)), 'WRONG_LINE_COUNT'],
    ['a signature of a megabyte', 'signature', () => new Uint8Array(1 << 20).fill(65), 'TOO_LARGE_FILE'],
    [
      'a signature with Windows line ends',
      'signature',
      text((all) => all.replaceAll('\n', '\r\n')),
      'CARRIAGE_RETURN',
    ],
    ['a list with Windows line ends', 'list', text((all) => all.replaceAll('\n', '\r\n')), 'WRONG_SIGNATURE'],
    ['a flipped byte in the list', 'list', (bytes) => flipped(bytes, 3), 'WRONG_SIGNATURE'],
    ['a list with a line more', 'list', text((all) => `${all}\n`), 'WRONG_SIGNATURE'],
    ['an empty list', 'list', () => bytesOf(''), 'WRONG_SIGNATURE'],
    ['a list of a megabyte', 'list', () => new Uint8Array(1 << 20).fill(65), 'LARGE_TAG_MANIFEST'],
    ['a flipped byte in the manifest', 'manifest', (bytes) => flipped(bytes, 3), 'NOT_COVERED'],
    [
      'a manifest with Windows line ends',
      'manifest',
      text((all) => all.replaceAll('\n', '\r\n')),
      'NOT_COVERED',
    ],
    [
      'another publisher in bag-info.txt',
      'info',
      (bytes) => replaced(bytes, 'Lectern', 'Other'),
      'NOT_COVERED',
    ],
    ['another bagit.txt', 'declaration', text((all) => all.replace('1.0', '1.1')), 'NOT_COVERED'],
  ])('%s', async (_, name, change, why) => {
    const said = await afterChange((files) => {
      files.set(names[name], change(files.get(names[name]) ?? new Uint8Array()))
    })
    expect(said).toBe(`BAD_SIGNATURE: ${minisignRefusals[why]}`)
  })

  it('a flipped byte in the signature', async () => {
    const said = await afterChange((files) => {
      const [first = '', line = '', ...rest] = textFrom(files.get(names.signature) ?? bytesOf('')).split('\n')
      const bytes = flipped(Buffer.from(line, 'base64'), 40)
      files.set(names.signature, bytesOf([first, Buffer.from(bytes).toString('base64'), ...rest].join('\n')))
    })
    expect(said).toBe(`BAD_SIGNATURE: ${minisignRefusals.WRONG_SIGNATURE}`)
  })

  it('a signature of another key under the number of the trusted one', async () => {
    const said = await afterChange((files) => {
      const forged = signatureText(files.get(names.list) ?? bytesOf(''), { ...other, keyId: key.keyId }, 'x')
      files.set(names.signature, bytesOf(forged))
    })
    expect(said).toBe(`BAD_SIGNATURE: ${minisignRefusals.WRONG_SIGNATURE}`)
  })

  it('a file about the bundle taken away, or left out of the list that was signed', async () => {
    for (const name of [names.info, names.manifest]) {
      const gone = await afterChange((files) => void files.delete(name))
      // A bag without its manifest is none, whoever signed it.
      const expected =
        name === names.info
          ? `BAD_SIGNATURE: ${minisignRefusals.NOT_COVERED}`
          : 'NO_BAG: manifest-sha256.txt is missing'
      expect(gone).toBe(expected)
      const unlisted = await afterChange((files) => {
        const list = textFrom(files.get(names.list) ?? bytesOf(''))
        const shorter = list
          .split('\n')
          .filter((line) => !line.endsWith(`  ${name}`))
          .join('\n')
        files.set(names.list, bytesOf(shorter))
        files.set(names.signature, bytesOf(signatureText(bytesOf(shorter), key, 'x')))
      })
      expect(unlisted).toBe(`BAD_SIGNATURE: ${minisignRefusals.NOT_COVERED}`)
    }
  })

  it('a key that it brings along and that did not make the signature, though nobody knows the key', async () => {
    const said = await afterChange((files) => {
      const twin = { ...publicKeyOf(other), keyId: key.keyId }
      files.set(names.publicKey, bytesOf(publicKeyText(twin)))
    }, [])
    expect(said).toBe(`BAD_SIGNATURE: ${minisignRefusals.WRONG_SIGNATURE}`)
    const noKey = await afterChange((files) => void files.set(names.publicKey, bytesOf('hello')), [])
    expect(noKey).toMatch(/^BAD_SIGNATURE: /)
  })

  it('a list that does not fit, though nobody knows the key', async () => {
    const said = await afterChange((files) => {
      files.set(names.info, replaced(files.get(names.info) ?? bytesOf(''), 'Lectern', 'Other'))
    }, [])
    expect(said).toBe(`BAD_SIGNATURE: ${minisignRefusals.NOT_COVERED}`)
  })
})

describe('§3.4 the key that a bundle brings along', () => {
  const keyOf = async (change: (files: Map<string, Uint8Array>) => void): Promise<string> => {
    let said = ''
    await inBundle(key, async (path, folder) => {
      const files = await filesOf(path)
      change(files)
      await writeFolder(join(folder, 'out'), files)
      const opened = await openBundle(join(folder, 'out'))
      if (!opened.ok) throw new Error(opened.failure.code)
      const { signature } = opened.value
      said = signature.is === 'unknown key' ? String(signature.key?.keyId ?? null) : signature.is
      await opened.value.close()
    })
    return said
  }

  it('may be missing, as in what minisign signed', async () =>
    expect(await keyOf((files) => void files.delete(names.publicKey))).toBe('null'))

  it('says nothing when it has another number, as after minisign replaced the signature', async () => {
    const stale = bytesOf(publicKeyText(publicKeyOf(other)))
    expect(await keyOf((files) => void files.set(names.publicKey, stale))).toBe('null')
  })

  it('does not make an unsigned bundle a signed one', async () =>
    expect(await keyOf((files) => void files.delete(names.signature))).toBe('none'))
})

describe('a signed bundle whose payload was changed', () => {
  it('does not open when its table of contents was', async () => {
    const name = 'data/bundle.json'
    const said = await afterChange((files) => {
      files.set(name, replaced(files.get(name) ?? bytesOf(''), 'LDN evidence', 'LDN miracles'))
    })
    expect(said).toBe('WRONG_HASH: bundle.json')
  })

  it('does not hand out another file that was', () =>
    inBundle(key, async (path, folder) => {
      const files = await filesOf(path)
      files.set('data/files/a.pdf', flipped(files.get('data/files/a.pdf') ?? bytesOf(''), 2_999))
      await writeFolder(join(folder, 'out'), files)
      const opened = await openBundle(join(folder, 'out'), [trusted])
      if (!opened.ok) throw new Error(opened.failure.code)
      await expect(opened.value.entries.read('files/a.pdf')).rejects.toMatchObject({
        flaw: { code: 'WRONG_HASH' },
      })
    }))

  it('does not open when the manifests were made to fit', async () => {
    const said = await afterChange(async (files) => {
      const old = await sha256(files.get('data/files/a.pdf') ?? bytesOf(''))
      const pdf = bytesOf('other')
      files.set('data/files/a.pdf', pdf)
      const manifest = files.get(names.manifest) ?? bytesOf('')
      const changed = replaced(manifest, old, await sha256(pdf))
      files.set(names.manifest, changed)
      const list = files.get(names.list) ?? bytesOf('')
      files.set(names.list, replaced(list, await sha256(manifest), await sha256(changed)))
    })
    expect(said).toBe(`BAD_SIGNATURE: ${minisignRefusals.WRONG_SIGNATURE}`)
  })

  it('§3.6 opens without its signature, as a bundle that nobody signed', async () => {
    expect(await afterChange((files) => void files.delete(names.signature))).toBe('none')
  })
})

describe.runIf(has('minisign') && has('unzip') && has('sha256sum'))(
  'with stock programs',
  { timeout: 60_000 },
  () => {
    it('§3.1 a signed bundle is verified by unzip, sha256sum and minisign', () =>
      inBundle(key, async (path, folder) => {
        await writeFile(join(folder, 'key.pub'), publicKeyText(trusted))
        await runProgram('unzip', ['-q', path, '-d', 'out'], folder)
        const out = join(folder, 'out')
        for (const name of [names.manifest, names.list])
          await runProgram('sha256sum', ['--strict', '--quiet', '-c', name], out)
        const said = await runProgram('minisign', ['-V', '-p', '../key.pub', '-m', names.list], out)
        expect(said).toContain('Trusted comment: bundle:ldn-1.0.0')
        await writeFile(join(out, names.list), flipped(await readFile(join(out, names.list)), 5))
        await expect(
          runProgram('minisign', ['-V', '-p', '../key.pub', '-m', names.list], out),
        ).rejects.toThrow()
      }))

    it('a bundle that minisign signed in its folder is valid here', () =>
      inBundle(null, async (path, folder) => {
        await writeFile(join(folder, 'k.key'), await secretKeyText(key, null))
        await writeFile(join(folder, 'k.pub'), publicKeyText(trusted))
        await runProgram('unzip', ['-q', path, '-d', 'out'], folder)
        for (const options of [[], ['-l']]) {
          const args = ['-S', ...options, '-s', '../k.key', '-m', names.list]
          await runProgram('minisign', args, join(folder, 'out'))
          const known = await loadPublicKey(join(folder, 'k.pub'))
          expect(await signatureAt(join(folder, 'out'), [known])).toBe('valid')
        }
      }))
  },
)

it.skipIf(has('minisign'))(
  'signed bundles were not checked with the real minisign: it is not installed',
  () => {
    expect(has('minisign')).toBe(false)
  },
)

it('a folder with nothing but a signature is no bundle', () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'out'))
    await writeFile(join(folder, 'out', names.signature), 'x')
    expect(await opens(join(folder, 'out'))).toBe(false)
  }))

it('what was checked is what is used, though the files change between two readings', () =>
  inBundle(key, async (path) => {
    const files = await filesOf(path)
    const forged = `${'0'.repeat(64)}  data/bundle.json\n`
    const read = new Set<string>()
    const entries = {
      paths: new Set(files.keys()),
      read: (name: string) => {
        const isSecond = read.has(name)
        read.add(name)
        return Promise.resolve(isSecond ? bytesOf(forged) : (files.get(name) ?? bytesOf('')))
      },
    }
    const bag = await openBag(entries, [trusted])
    expect(bag.signature.is).toBe('valid')
    expect(bag.paths.size).toBeGreaterThan(1)
  }))
