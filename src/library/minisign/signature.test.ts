import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, inTemporaryFolder } from '../test-files'
import { ed25519Sign, isWeakKey } from './ed25519'
import { publicKeyText, storeKeyId } from './public-key'
import { minisignRefusals } from './refusals'
import { newSecretKey, publicKeyOf, secretKeyText } from './secret-key'
import { readSignature, signatureProblem, signatureText } from './signature'
import { anyKey, has, refusalOf, runProgram } from './test-minisign'

const hasMinisign = has('minisign')
const content = bytesOf('content')
const key = newSecretKey()
const good = signatureText(content, key, 'bundle:ldn-1.0.0')
const lines = good.split('\n')

/** The good signature with one line replaced. */
const withLine = (number: number, line: string): string =>
  lines.map((each, index) => (index === number - 1 ? line : each)).join('\n')

/** A signature as minisign made them before 0.10: over the content itself. */
function legacyText(trustedComment: string): string {
  const signature = ed25519Sign(key.seed, content)
  const line = Buffer.concat([Buffer.from('Ed'), storeKeyId(key.keyId), signature])
  const comment = ed25519Sign(key.seed, Buffer.concat([signature, Buffer.from(trustedComment)]))
  const [first, third] = ['untrusted comment: old', `trusted comment: ${trustedComment}`]
  return `${first}\n${line.toString('base64')}\n${third}\n${Buffer.from(comment).toString('base64')}\n`
}

describe('a signature', () => {
  it('holds for what was signed, with any key, content and comment', () => {
    const comment = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => !/\p{Cc}/u.test(text))
    fc.assert(
      fc.property(anyKey, fc.uint8Array({ maxLength: 500 }), comment, (any, bytes, trustedComment) => {
        const signature = readSignature(bytesOf(signatureText(bytes, any, trustedComment)))
        expect(signature).toMatchObject({ signs: 'the hash', keyId: any.keyId, trustedComment })
        expect(signatureProblem(signature, bytes, publicKeyOf(any))).toBe(null)
      }),
      { numRuns: 50 },
    )
  })

  it('is the same each time it is made', () => {
    expect(signatureText(content, key, 'bundle:ldn-1.0.0')).toBe(good)
  })

  it('does not hold for other content, whatever byte was changed', () => {
    const signature = readSignature(bytesOf(good))
    for (let at = 0; at < content.length; at++) {
      const other = content.map((byte, index) => (index === at ? byte ^ 1 : byte))
      expect(signatureProblem(signature, other, publicKeyOf(key))).toBe('WRONG_SIGNATURE')
    }
  })

  it('does not hold with any one bit of its own turned, but for the comment that nobody trusts', () => {
    const start = good.indexOf('\n') + 1
    const bytes = bytesOf(good)
    for (let bit = start * 8; bit < (bytes.length - 1) * 8; bit++) {
      const at = bit >> 3
      const other = bytes.map((byte, index) => (index === at ? byte ^ (1 << (bit & 7)) : byte))
      let problem: string | null
      try {
        problem = signatureProblem(readSignature(other), content, publicKeyOf(key))
      } catch (error) {
        problem = error instanceof Error && 'refusal' in error ? String(error.refusal) : null
      }
      expect(Object.keys(minisignRefusals), `bit ${bit}`).toContain(problem)
    }
  })

  it('§3.2 of the old kind holds too', () => {
    const signature = readSignature(bytesOf(legacyText('old')))
    expect(signature.signs).toBe('the content')
    expect(signatureProblem(signature, content, publicKeyOf(key))).toBe(null)
    expect(signatureProblem(signature, bytesOf('other'), publicKeyOf(key))).toBe('WRONG_SIGNATURE')
  })

  it('cannot be turned from one kind into the other', () => {
    const turned = Buffer.from(lines[1] ?? '', 'base64')
    turned.write('Ed', 'latin1')
    const signature = readSignature(bytesOf(withLine(2, turned.toString('base64'))))
    expect(signatureProblem(signature, content, publicKeyOf(key))).toBe('WRONG_SIGNATURE')
  })

  it('does not hold with another key, of the same number or not', () => {
    const signature = readSignature(bytesOf(good))
    const other = publicKeyOf(newSecretKey())
    expect(signatureProblem(signature, content, other)).toBe('OTHER_KEY')
    expect(signatureProblem(signature, content, { ...other, keyId: key.keyId })).toBe('WRONG_SIGNATURE')
  })

  it('does not hold with another trusted comment', () => {
    const signature = readSignature(bytesOf(withLine(3, 'trusted comment: bundle:ldn-9.0.0')))
    expect(signatureProblem(signature, content, publicKeyOf(key))).toBe('WRONG_COMMENT_SIGNATURE')
  })

  it('is not made with a comment that could not be read', async () => {
    expect(await refusalOf(() => signatureText(content, key, 'a\nb'))).toBe('BAD_COMMENT')
    expect(await refusalOf(() => signatureText(content, key, 'x'.repeat(8_174)))).toBe('LONG_COMMENT')
  })
})

describe('§20.3 a signature file is refused', () => {
  const rsa = Buffer.from(lines[1] ?? '', 'base64')
  rsa.write('RS', 'latin1')

  it.each([
    ['that is empty', '', 'WRONG_LINE_COUNT'],
    ['that was cut after a line', lines.slice(0, 3).join('\n'), 'WRONG_LINE_COUNT'],
    ['that was cut within a line', good.slice(0, -10), 'BAD_BASE64'],
    ['with a line too many', `${good}more\n`, 'WRONG_LINE_COUNT'],
    ['with an empty line too many', `${good}\n`, 'WRONG_LINE_COUNT'],
    ['with Windows line ends', good.replaceAll('\n', '\r\n'), 'CARRIAGE_RETURN'],
    ['without the untrusted comment', withLine(1, 'hello'), 'NO_COMMENT'],
    ['with a byte order mark', `\ufeff${good}`, 'NO_COMMENT'],
    [
      'with an untrusted comment of 1,004 bytes',
      withLine(1, `untrusted comment: ${'x'.repeat(1_004)}`),
      'LONG_COMMENT',
    ],
    ['without the trusted comment', withLine(3, 'hello'), 'NO_TRUSTED_COMMENT'],
    [
      'with a trusted comment of 8,174 bytes',
      withLine(3, `trusted comment: ${'x'.repeat(8_174)}`),
      'LONG_COMMENT',
    ],
    ['with a NUL in its comment', withLine(3, 'trusted comment: a\0'), 'BAD_COMMENT'],
    [
      'with the words of a terminal in its comment',
      withLine(3, 'trusted comment: \u001b]0;x\u0007'),
      'BAD_COMMENT',
    ],
    ['with garbage for a signature', withLine(2, '***'), 'BAD_BASE64'],
    ['with garbage for the second signature', withLine(4, 'not base64'), 'BAD_BASE64'],
    ['with base64 as for addresses', withLine(2, (lines[1] ?? '').replaceAll(/[+/A]/g, '-')), 'BAD_BASE64'],
    ['without padding', withLine(2, (lines[1] ?? '').replace('=', '')), 'BAD_BASE64'],
    ['with a signature that is too short', withLine(2, 'RURh'), 'WRONG_LENGTH'],
    [
      'with a second signature that is too long',
      withLine(4, Buffer.alloc(66).toString('base64')),
      'WRONG_LENGTH',
    ],
    ['of another kind', withLine(2, rsa.toString('base64')), 'WRONG_ALGORITHM'],
    ['of a megabyte', good.padEnd(1 << 20, '\n'), 'TOO_LARGE_FILE'],
  ])('%s', async (_, text, refusal) => {
    expect(await refusalOf(() => readSignature(bytesOf(text)))).toBe(refusal)
  })

  it('that is no text', async () => {
    const bytes = Buffer.from(good)
    bytes.writeUInt8(0xff, 20)
    expect(await refusalOf(() => readSignature(bytes))).toBe('NOT_TEXT')
  })

  it('and anything else either, with a name', async () => {
    const any = fc.oneof(fc.uint8Array({ maxLength: 500 }), fc.string({ unit: 'binary' }).map(bytesOf))
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        expect(Object.keys(minisignRefusals)).toContain(await refusalOf(() => readSignature(bytes)))
      }),
    )
  })
})

it('the weak keys are those of the field: y of the two of order 8 add up to p', () => {
  const p = 2n ** 255n - 19n
  const bytes = (y: bigint): Uint8Array => Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse()
  const y = BigInt('0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826')
  for (const weak of [0n, 1n, y, p - y, p - 1n, p, p + 1n]) expect(isWeakKey(bytes(weak))).toBe(true)
  for (const other of [2n, y + 1n, p - 2n, p + 2n]) expect(isWeakKey(bytes(other))).toBe(false)
})

describe.runIf(hasMinisign)('with the real minisign', { timeout: 120_000 }, () => {
  const inSignedFolder = (test: (folder: string) => Promise<void>): Promise<void> =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'm'), content)
      await writeFile(join(folder, 'k.key'), await secretKeyText(key, null))
      await writeFile(join(folder, 'k.pub'), publicKeyText(publicKeyOf(key)))
      await test(folder)
    })
  const accepts = async (folder: string, signature: string): Promise<boolean> => {
    await writeFile(join(folder, 'm.minisig'), signature)
    return runProgram('minisign', ['-V', '-p', 'k.pub', '-m', 'm'], folder).then(
      () => true,
      () => false,
    )
  }

  it('§3.1 what we sign holds there', () =>
    inSignedFolder(async (folder) => {
      for (const comment of ['', 'bundle:ldn-1.0.0', 'Größe\tβ 日本', 'x'.repeat(8_173)]) {
        expect(await accepts(folder, signatureText(content, key, comment)), comment.slice(0, 20)).toBe(true)
      }
      expect(await accepts(folder, legacyText('old'))).toBe(true)
    }))

  it('what it signs holds here, of the new kind and the old', () =>
    inSignedFolder(async (folder) => {
      for (const [option, signs] of [
        ['-H', 'the hash'],
        ['-l', 'the content'],
      ] as const) {
        const args = option === '-l' ? ['-S', '-l'] : ['-S']
        await runProgram('minisign', [...args, '-s', 'k.key', '-m', 'm', '-t', 'Größe'], folder)
        const signature = readSignature(await readFile(join(folder, 'm.minisig')))
        expect(signature).toMatchObject({ signs, trustedComment: 'Größe' })
        expect(signatureProblem(signature, content, publicKeyOf(key))).toBe(null)
      }
    }))

  it('what it refuses is refused here', () =>
    inSignedFolder(async (folder) => {
      const other = signatureText(content, newSecretKey(), 'x')
      const turned = Buffer.from(lines[1] ?? '', 'base64')
      turned.writeUInt8(turned.readUInt8(40) ^ 4, 40)
      const long = 'x'.repeat(8_174)
      for (const text of [
        other,
        good.slice(0, 100),
        withLine(2, turned.toString('base64')),
        withLine(2, 'RURh'),
        withLine(3, 'trusted comment: other'),
        withLine(3, `trusted comment: ${long}`),
        withLine(1, `untrusted comment: ${'x'.repeat(1_004)}`),
        withLine(4, '***'),
      ]) {
        expect(await accepts(folder, text), text.slice(0, 60)).toBe(false)
        const refusal = await refusalOf(() => readSignature(bytesOf(text)))
        const problem =
          refusal === 'none'
            ? signatureProblem(readSignature(bytesOf(text)), content, publicKeyOf(key))
            : refusal
        expect(problem).not.toBe(null)
      }
      expect(await accepts(folder, good)).toBe(true)
    }))
})

it.skipIf(hasMinisign)('signatures were not checked against the real minisign: it is not installed', () => {
  expect(hasMinisign).toBe(false)
})
