import { describe, expect, it } from 'vitest'
import { bundleIdSchema, cslSchema, sourceIdSchema } from '../../bundle'
import { firstState, stateSchema } from '../state/state'
import {
  copyOf,
  isInUse,
  isSameWork,
  withCopy,
  withoutCopy,
  withText,
  workOf,
  type Copy,
  type Work,
} from './copy-list'

const ldn = bundleIdSchema.parse('ldn')
const work = (source: string, record: object | null, bundle = 'ldn'): Work =>
  workOf(
    bundleIdSchema.parse(bundle),
    sourceIdSchema.parse(source),
    record === null ? null : cslSchema.parse({ id: source, type: 'article-journal', ...record }),
  )
const copy = (of: Work, letter = 'a'): Copy => ({
  of,
  sha256: letter.repeat(64),
  name: `${letter}.pdf`,
  bytes: 10,
  added: '2026-11-22',
  text: 'waiting',
  unread: [],
})

describe('a copy stays with its paper', () => {
  it.each([
    ['in capitals of another kind', work('a', { DOI: '10.1000/ABC' }), work('a', { DOI: '10.1000/abc' })],
    ['under another id', work('a', { DOI: '10.1000/x' }), work('b', { DOI: '10.1000/x' })],
    ['in another bundle', work('a', { DOI: '10.1000/x' }), work('b', { DOI: '10.1000/x' }, 'other')],
    [
      'when its PMID is corrected',
      work('a', { DOI: '10.1000/x', PMID: 1 }),
      work('a', { DOI: '10.1000/x', PMID: 2 }),
    ],
    ['by PMID', work('a', { PMID: '7' }), work('b', { PMID: 7 })],
    ['when a DOI is added', work('a', { PMID: 7 }), work('a', { PMID: 7, DOI: '10.1000/x' })],
    ['when its first record is added', work('a', null), work('a', { DOI: '10.1000/x' })],
  ])('%s', (_what, one, other) => {
    expect(isSameWork(one, other)).toBe(true)
    expect(isSameWork(other, one)).toBe(true)
  })

  it.each([
    ['another DOI', work('a', { DOI: '10.1000/x', PMID: 1 }), work('a', { DOI: '10.1000/y', PMID: 1 })],
    ['another PMID', work('a', { PMID: 1 }), work('a', { PMID: 2 })],
    ['another source without a record', work('a', null), work('b', null)],
    ['the same id in another bundle', work('a', null), work('a', null, 'other')],
  ])('and is not that of %s', (_what, one, other) => expect(isSameWork(one, other)).toBe(false))
})

describe('the list of copies', () => {
  const [x, y] = [work('x', { DOI: '10.1000/x' }), work('y', { DOI: '10.1000/y' })]

  it('has one for each work; the newer takes the place of the older', () => {
    const state = withCopy(withCopy(withCopy(firstState, copy(x)), copy(y, 'b')), copy(x, 'c'))
    expect(copyOf(state, x)?.name).toBe('c.pdf')
    expect(copyOf(state, y)?.name).toBe('b.pdf')
    expect(isInUse(state, 'a'.repeat(64))).toBe(false)
  })

  it('knows a file as used while any work has it', () => {
    const both = withCopy(withCopy(firstState, copy(x)), copy(y))
    expect(isInUse(withoutCopy(both, x), 'a'.repeat(64))).toBe(true)
    expect(isInUse(withoutCopy(withoutCopy(both, x), y), 'a'.repeat(64))).toBe(false)
  })

  it('notes what became of a text in every copy that is the file, and in no other', () => {
    const two = withCopy(withCopy(firstState, copy(x)), copy(y))
    expect(withText(two, 'a'.repeat(64), 'read').copies.map(({ text }) => text)).toEqual(['read', 'read'])
    expect(withText(two, 'b'.repeat(64), 'read')).toEqual(two)
  })

  it('takes a copy from before texts were read for one that waits', () => {
    const before = { ...copy(x), text: undefined }
    expect(stateSchema.parse({ ...firstState, copies: [before] }).copies).toEqual([copy(x)])
  })

  it('can be read back; a state from before has none', () => {
    const state = withCopy(firstState, copy(x))
    expect(stateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
    expect(stateSchema.parse({ ...firstState, copies: undefined }).copies).toEqual([])
  })

  it.each([
    { sha256: '../../etc/passwd' },
    { sha256: 'A'.repeat(64) },
    { sha256: 'a'.repeat(63) },
    { name: '' },
    { name: 'x'.repeat(256) },
    { bytes: 0 },
    { added: 'today' },
    { of: { ...x, source: '../a' } },
    { of: { ...x, bundle: 'LDN' } },
    { of: { doi: null, pmid: null } },
    { path: '/home/a/paper.pdf' },
    { text: 'half' },
    { text: null },
  ])('with %j is damaged', (change) => {
    expect(stateSchema.safeParse({ ...firstState, copies: [{ ...copy(x), ...change }] }).success).toBe(false)
  })

  it('names the bundle that it was attached in', () => expect(copy(x).of.bundle).toBe(ldn))
})
