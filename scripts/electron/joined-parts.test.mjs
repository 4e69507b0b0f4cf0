import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { joinParts } from './joined-parts.mjs'

const sha256OfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

/** @param {readonly string[]} texts */
function partsOf(texts) {
  const folder = temporaryFolder()
  const parts = texts.map((text, i) => {
    const file = path.join(folder, `p${i}`)
    writeFileSync(file, text)
    return file
  })
  return { parts, target: path.join(folder, 'joined') }
}

describe('joinParts', () => {
  it('joins the parts in order', async () => {
    const { parts, target } = partsOf(['a', '', 'bc'])
    await joinParts(parts, target, sha256OfAbc)
    expect(readFileSync(target, 'utf8')).toBe('abc')
  })

  it.each([
    ['changed', ['a', 'bd']],
    ['swapped', ['bc', 'a']],
    ['missing', ['a']],
    ['one too many', ['a', 'bc', 'd']],
  ])('refuses parts that are %s, and leaves nothing', async (_, texts) => {
    const { parts, target } = partsOf(texts)
    await expect(joinParts(parts, target, sha256OfAbc)).rejects.toThrow(/Refused: the SHA-256 is .* accepted/)
    expect(existsSync(target)).toBe(false)
  })
})
