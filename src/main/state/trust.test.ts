import { describe, expect, it } from 'vitest'
import { bundleIdSchema } from '../../bundle'
import { fingerprintOf, newSecretKey, publicKeyLine, publicKeyOf, type BundleSignature } from '../../library'
import { firstState, stateSchema, type State } from './state'
import { formerSigner, shownKeys, trustedKeys, withoutTrust, withSigner, withTrust } from './trust'

const ldn = bundleIdSchema.parse('ldn')
const crohns = bundleIdSchema.parse('crohns')
const [ward, other] = [publicKeyOf(newSecretKey()), publicKeyOf(newSecretKey())]
const chosen = { key: ward, publisher: 'The Ward', since: '2026-11-22' }
const state = withTrust(firstState, ldn, chosen)
const signed = (key = ward): BundleSignature => ({
  is: 'valid',
  keyId: key.keyId,
  key,
  trustedComment: 'bundle:ldn-1.0.0',
})
const isState = (change: object): boolean => stateSchema.safeParse({ ...firstState, ...change }).success

describe('a key that a reader trusts', () => {
  it('is kept as the line that publishers print, and comes back as it was', () => {
    const back = stateSchema.parse(JSON.parse(JSON.stringify(state)))
    expect(back).toEqual(state)
    expect(back.trusted[0]?.key).toBe(publicKeyLine(ward))
    expect(trustedKeys(back)).toEqual([ward])
  })

  it('is shown with its number and fingerprint, the newest first', () => {
    const both = withTrust(state, crohns, { key: other, publisher: 'Others', since: '2026-12-01' })
    expect(shownKeys(both)).toEqual([
      { keyId: other.keyId, fingerprint: fingerprintOf(other), publisher: 'Others', since: '2026-12-01' },
      { keyId: ward.keyId, fingerprint: fingerprintOf(ward), publisher: 'The Ward', since: '2026-11-22' },
    ])
  })

  it('stands there once, however often it is chosen', () => {
    expect(shownKeys(withTrust(state, crohns, chosen))).toHaveLength(1)
  })

  it('bears the name of the publisher as one short line, whatever the bundle says', () => {
    const [key] = shownKeys(
      withTrust(firstState, ldn, { ...chosen, publisher: ` A\n\nB ${'x'.repeat(900)}` }),
    )
    expect(key?.publisher).toMatch(/^A B x+$/)
    expect(key?.publisher).toHaveLength(200)
  })

  it('can be removed, and what it signed is no longer expected to be signed', () => {
    const both = withTrust(state, crohns, { key: other, publisher: 'Others', since: '2026-12-01' })
    const without = withoutTrust(both, fingerprintOf(ward))
    expect(trustedKeys(without)).toEqual([other])
    expect(formerSigner(without, ldn, { is: 'none' })).toBeNull()
    expect(formerSigner(without, crohns, { is: 'none' })).not.toBeNull()
    expect(withoutTrust(both, 'no such')).toEqual(both)
  })
})

describe('the state of a reader', () => {
  it('who has an older state file trusts nobody and keeps the rest', () => {
    const older = Object.entries(firstState).filter(([name]) => name !== 'trusted' && name !== 'signers')
    expect(stateSchema.parse(Object.fromEntries(older))).toEqual(firstState)
  })

  it.each([
    ['no key', { trusted: [{ publisher: 'A', since: '2026-11-22' }] }],
    ['a key that is none', { trusted: [{ key: 'RWQ', publisher: 'A', since: '2026-11-22' }] }],
    ['a key that anybody can sign for', { trusted: [{ ...chosen, key: `RWQ${'A'.repeat(53)}` }] }],
    ['a day that is none', { trusted: [{ ...chosen, key: publicKeyLine(ward), since: 'today' }] }],
    ['more than is known of a key', { trusted: [{ ...chosen, key: publicKeyLine(ward), all: true }] }],
    ['a signer that is no key', { signers: { ldn: { key: 'x', publisher: 'A' } } }],
    ['a signer of what is no bundle', { signers: { '../x': { key: publicKeyLine(ward), publisher: 'A' } } }],
  ])('with %s is damaged', (_what, change) => expect(isState(change)).toBe(false))
})

describe('the signer of a bundle', () => {
  const expected = { publisher: 'The Ward', keyId: ward.keyId, fingerprint: fingerprintOf(ward) }

  it('is remembered from the choice to trust', () => {
    expect(formerSigner(state, ldn, { is: 'none' })).toEqual(expected)
    expect(formerSigner(state, ldn, signed())).toBeNull()
    expect(formerSigner(state, crohns, { is: 'none' })).toBeNull()
  })

  it('is remembered from the first time that a bundle is opened with a trusted key', () => {
    const read = withSigner(state, crohns, signed())
    expect(formerSigner(read, crohns, { is: 'none' })).toEqual(expected)
  })

  it('does not give way to another, signed or not, before the reader says so', () => {
    const both: State = withTrust(state, crohns, { key: other, publisher: 'Others', since: '2026-12-01' })
    for (const signature of [signed(other), { is: 'none' } as const]) {
      const after = withSigner(both, ldn, signature)
      expect(after).toBe(both)
      expect(formerSigner(after, ldn, signature)).toEqual(expected)
    }
    const moved = withTrust(both, ldn, { key: other, publisher: 'Others', since: '2026-12-02' })
    expect(formerSigner(moved, ldn, signed(other))).toBeNull()
  })

  it('is never one that is not trusted', () => {
    const unknown: BundleSignature = { is: 'unknown key', keyId: other.keyId, key: other }
    expect(withSigner(state, crohns, unknown)).toBe(state)
    expect(withSigner(state, crohns, signed(other))).toBe(state)
  })

  it('is nobody for a bundle that is called like something of every object', () => {
    const id = bundleIdSchema.parse('constructor')
    expect(formerSigner(state, id, { is: 'none' })).toBeNull()
    expect(formerSigner(withSigner(state, id, signed()), id, { is: 'none' })).toEqual(expected)
  })
})
