import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, flawOf, inTemporaryFolder } from '../test-files'
import { loadPublicKey, loadSecretKey } from './key-files'
import { leastCost } from './password-lock'
import { fingerprintOf, publicKeyLine, publicKeyText, readPublicKey, readPublicKeyLine } from './public-key'
import { newSecretKey, publicKeyOf, readSecretKey, secretKeyText } from './secret-key'
import { readSignature, signatureProblem, signatureText } from './signature'
import { answerProgram, anyKey, has, refusalOf, runProgram } from './test-minisign'

const hasMinisign = has('minisign')

describe('a public key file', () => {
  it('gives back what went in', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(readPublicKey(bytesOf(publicKeyText(publicKeyOf(key))))).toEqual(publicKeyOf(key))
      }),
    )
  })

  // The key that https://jedisct1.github.io/minisign/ shows.
  const line = 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3'
  const comment = 'untrusted comment: minisign public key E7620F1842B4E81F'

  it('is read with its number, as minisign shows it', () => {
    expect(readPublicKey(bytesOf(`${comment}\n${line}\n`)).keyId).toBe('E7620F1842B4E81F')
    expect(publicKeyText(readPublicKey(bytesOf(`${comment}\n${line}`)))).toBe(`${comment}\n${line}\n`)
  })

  it('is one line where it has no file', () => {
    const key = readPublicKey(bytesOf(`${comment}\n${line}\n`))
    expect(publicKeyLine(key)).toBe(line)
    expect(readPublicKeyLine(line)).toEqual(key)
    for (const none of ['', line.slice(1), `${line}\n`, `${line} `, 'A'.repeat(56), `x\n${line}`])
      expect(readPublicKeyLine(none), JSON.stringify(none)).toBeNull()
  })

  it('has a fingerprint: the SHA-256 of the key itself, whatever its number', () => {
    const key = readPublicKey(bytesOf(`${comment}\n${line}\n`))
    expect(fingerprintOf(key).replaceAll(' ', '')).toBe(
      createHash('sha256').update(Buffer.from(line, 'base64').subarray(10)).digest('hex'),
    )
    expect(fingerprintOf(key)).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/)
    expect(fingerprintOf({ ...key, keyId: '0000000000000000' })).toBe(fingerprintOf(key))
  })

  it('may come from an editor on Windows', () => {
    expect(readPublicKey(bytesOf(`${comment}\r\n${line}\r\n`)).keyId).toBe('E7620F1842B4E81F')
  })

  const keyLine = (key: Uint8Array, kind = 'Ed'): string =>
    Buffer.concat([Buffer.from(kind), new Uint8Array(8), key]).toString('base64')

  it.each([
    ['is empty', '', 'WRONG_LINE_COUNT'],
    ['is one line', line, 'WRONG_LINE_COUNT'],
    ['has a line too many', `${comment}\n${line}\n\n`, 'WRONG_LINE_COUNT'],
    ['begins with something else', `comment\n${line}\n`, 'NO_COMMENT'],
    ['begins with a byte order mark', `\ufeff${comment}\n${line}\n`, 'NO_COMMENT'],
    ['has a comment of 1,004 bytes', `untrusted comment: ${'x'.repeat(1_004)}\n${line}\n`, 'LONG_COMMENT'],
    ['has a comment that moves the cursor', `untrusted comment: \u001b[2J\n${line}\n`, 'BAD_COMMENT'],
    ['has line ends of an old Mac', `${comment}\r${line}\r`, 'CARRIAGE_RETURN'],
    ['is no base64', `${comment}\n${line.replace('Q', '!')}\n`, 'BAD_BASE64'],
    ['has a space after the key', `${comment}\n${line} \n`, 'BAD_BASE64'],
    ['was cut', `${comment}\n${line.slice(0, -4)}\n`, 'WRONG_LENGTH'],
    ['is longer', `${comment}\n${line}AAAA\n`, 'WRONG_LENGTH'],
    ['has no key', `${comment}\n\n`, 'WRONG_LENGTH'],
    ['is of another kind', `${comment}\n${keyLine(new Uint8Array(32).fill(9), 'RS')}\n`, 'WRONG_ALGORITHM'],
    ['is all zeros', `${comment}\n${keyLine(new Uint8Array(32))}\n`, 'WEAK_KEY'],
    ['is all zeros with a sign', `${comment}\n${keyLine(new Uint8Array(32).fill(0x80, 31))}\n`, 'WEAK_KEY'],
    ['has a megabyte', 'x'.repeat(1 << 20), 'TOO_LARGE_FILE'],
  ])('that %s is refused', async (_, text, refusal) => {
    expect(await refusalOf(() => readPublicKey(bytesOf(text)))).toBe(refusal)
  })

  it('that is no text is refused', async () => {
    expect(await refusalOf(() => readPublicKey(new Uint8Array([0xff, 0xfe, 0x00])))).toBe('NOT_TEXT')
  })
})

describe('a secret key file', () => {
  it('without a password gives back what went in', async () => {
    await fc.assert(
      fc.asyncProperty(anyKey, async (key) => {
        expect(readSecretKey(bytesOf(await secretKeyText(key, null)))).toEqual({ is: 'open', key })
      }),
      { numRuns: 50 },
    )
  })

  it(
    'with a password gives it back to whoever knows it, and to nobody else',
    { timeout: 60_000 },
    async () => {
      const password = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      await fc.assert(
        fc.asyncProperty(anyKey, password, async (key, word) => {
          const stored = readSecretKey(bytesOf(await secretKeyText(key, word, leastCost)))
          if (stored.is !== 'locked') throw new Error('not locked')
          expect(await stored.unlock(word)).toEqual(key)
          expect(await refusalOf(() => stored.unlock(`${word}x`))).toBe('WRONG_PASSWORD')
        }),
        { numRuns: 10 },
      )
    },
  )

  it('is never the same twice with a password', async () => {
    const key = newSecretKey()
    expect(await secretKeyText(key, 'p', leastCost)).not.toBe(await secretKeyText(key, 'p', leastCost))
  })

  /** An open key file with bytes changed from an offset on. */
  async function changed(at: number, ...bytes: readonly number[]): Promise<Uint8Array> {
    const [comment = '', line = ''] = (await secretKeyText(newSecretKey(), null)).split('\n')
    const raw = Buffer.from(line, 'base64')
    raw.set(bytes, at)
    return bytesOf(`${comment}\n${raw.toString('base64')}\n`)
  }
  const text = (word: string): number[] => [...Buffer.from(word)]

  it.each([
    ['of another kind', 0, text('RS'), 'WRONG_ALGORITHM'],
    ['with another checksum', 4, text('S2'), 'WRONG_ALGORITHM'],
    ['with another derivation', 2, text('Ar'), 'WRONG_DERIVATION'],
    ['with another number', 54, [1, 2, 3, 4, 5, 6, 7, 8], 'DAMAGED_KEY'],
    ['with another seed', 62, [1, 2, 3, 4], 'DAMAGED_KEY'],
    ['with another seed and no checksum', 62, [1, 2, 3, ...new Array<number>(93).fill(0)], 'DAMAGED_KEY'],
  ])('%s is refused', async (_, at, bytes, refusal) => {
    expect(await refusalOf(async () => readSecretKey(await changed(at, ...bytes)))).toBe(refusal)
  })

  it.each([
    ['more operations than minisign asks for', [0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0]],
    ['more memory', [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0x41, 0, 0, 0, 0]],
    ['all the memory there is', new Array<number>(16).fill(0xff)],
    ['no work at all over much memory', [...new Array<number>(8).fill(0), 0, 0, 0, 0x41, 0, 0, 0, 0]],
  ])('that asks for %s is refused at once', async (_, cost) => {
    const file = await changed(2, ...text('ScB2'), ...new Array<number>(32).fill(1), ...cost)
    const stored = readSecretKey(file)
    if (stored.is !== 'locked') throw new Error('not locked')
    expect(await refusalOf(() => stored.unlock('p'))).toBe('COSTLY_DERIVATION')
  })

  it('is not made with an empty password, or with one that minisign would cut', async () => {
    const key = newSecretKey()
    expect(await refusalOf(() => secretKeyText(key, '', leastCost))).toBe('NO_PASSWORD')
    expect(await refusalOf(() => secretKeyText(key, 'p'.repeat(1_023), leastCost))).toBe('LONG_PASSWORD')
  })

  it('is not a public key file, nor the other way round', async () => {
    const key = newSecretKey()
    expect(await refusalOf(() => readSecretKey(bytesOf(publicKeyText(publicKeyOf(key)))))).toBe(
      'WRONG_LENGTH',
    )
    const secret = await secretKeyText(key, null)
    expect(await refusalOf(() => readPublicKey(bytesOf(secret)))).toBe('WRONG_LENGTH')
  })
})

describe('a key file on disk', () => {
  it('that cannot be used is named', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.key')
      expect(await flawOf(loadSecretKey(path))).toBe('CANNOT_READ')
      expect(await flawOf(loadPublicKey(folder))).toBe('CANNOT_READ')
      await writeFile(path, 'hello')
      await expect(loadSecretKey(path)).rejects.toMatchObject({
        flaw: { code: 'BAD_KEY', at: path, detail: 'the file has too few lines or too many' },
      })
    }))

  it.runIf(process.platform === 'linux')('that never ends is not read to its end', async () => {
    await expect(loadPublicKey('/dev/zero')).rejects.toMatchObject({
      flaw: { code: 'BAD_KEY', detail: 'the file is larger than keys and signatures are' },
    })
  })
})

describe.runIf(hasMinisign)('with the real minisign', { timeout: 120_000 }, () => {
  it('its keys without a password are read, and sign', () =>
    inTemporaryFolder(async (folder) => {
      await runProgram('minisign', ['-G', '-W', '-p', 'a.pub', '-s', 'a.key'], folder)
      const stored = await loadSecretKey(join(folder, 'a.key'))
      if (stored.is !== 'open') throw new Error('locked')
      expect(publicKeyOf(stored.key)).toEqual(await loadPublicKey(join(folder, 'a.pub')))
      await writeFile(join(folder, 'm'), 'content')
      await writeFile(join(folder, 'm.minisig'), signatureText(bytesOf('content'), stored.key, 'x'))
      const said = await runProgram('minisign', ['-V', '-p', 'a.pub', '-m', 'm'], folder)
      expect(said).toContain('Trusted comment: x')
    }))

  it('our keys without a password are read, and sign', () =>
    inTemporaryFolder(async (folder) => {
      const key = newSecretKey()
      await writeFile(join(folder, 'a.key'), await secretKeyText(key, null))
      await writeFile(join(folder, 'm'), 'content')
      await runProgram('minisign', ['-S', '-s', 'a.key', '-m', 'm'], folder)
      const signature = readSignature(await readFile(join(folder, 'm.minisig')))
      expect(signatureProblem(signature, bytesOf('content'), publicKeyOf(key))).toBe(null)
      await runProgram('minisign', ['-R', '-s', 'a.key', '-p', 'a.pub'], folder)
      expect(await loadPublicKey(join(folder, 'a.pub'))).toEqual(publicKeyOf(key))
    }))

  it('its keys with a password open with it', () =>
    inTemporaryFolder(async (folder) => {
      const args = ['-G', '-p', 'a.pub', '-s', 'a.key']
      expect(await answerProgram('minisign', args, { cwd: folder, answers: 'pÄss wörd\npÄss wörd\n' })).toBe(
        true,
      )
      const stored = await loadSecretKey(join(folder, 'a.key'))
      if (stored.is !== 'locked') throw new Error('not locked')
      const key = await stored.unlock('pÄss wörd')
      expect(publicKeyOf(key)).toEqual(await loadPublicKey(join(folder, 'a.pub')))
    }))

  it('our keys with a password open with it, and with no other, at any cost', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'm'), 'content')
      const halved = { operations: 16_777_216, memory: 536_870_912 }
      const few = { operations: 32_768, memory: 1_073_741_824 }
      for (const cost of [leastCost, halved, few]) {
        const key = newSecretKey()
        await writeFile(join(folder, 'a.key'), await secretKeyText(key, 'mine', cost))
        await writeFile(join(folder, 'a.pub'), publicKeyText(publicKeyOf(key)))
        const args = ['-S', '-s', 'a.key', '-m', 'm']
        expect(await answerProgram('minisign', args, { cwd: folder, answers: 'other\n' })).toBe(false)
        expect(await answerProgram('minisign', args, { cwd: folder, answers: 'mine\n' })).toBe(true)
        await runProgram('minisign', ['-V', '-p', 'a.pub', '-m', 'm'], folder)
      }
      expect((await stat(join(folder, 'm.minisig'))).size).toBeGreaterThan(0)
    }))
})

it.skipIf(hasMinisign)('keys were not checked against the real minisign: it is not installed', () => {
  expect(hasMinisign).toBe(false)
})
