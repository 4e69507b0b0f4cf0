import { describe, expect, it } from 'vitest'
import { claimSchema, type Claim } from '../../bundle'
import { claimsWith } from './claims-with'

const claim = (id: string, says: string, fields: object = {}): Claim =>
  claimSchema.parse({
    ...{ id, says, heading: '', who: 'the article', verdict: 'partly', why: ['Nothing was found.'] },
    ...{ conditions: [], statements: [], sources: [] },
    ...fields,
  })
const claims = [
  claim('wheat', 'Glyphosate dries wheat.'),
  claim('gap', 'LDN and an opioid can both be taken.', {
    why: ['The label asks for 7 to 10 days without opioids.'],
  }),
  claim('safe', 'LDN is exceptionally safe.', { conditions: ['fibromyalgia'] }),
]
const names = (id: string): string[] => (id === 'fibromyalgia' ? ['Fibromyalgia', 'FMS'] : [])
const found = (text: string): string[] => claimsWith(text, claims, names).claims.map(({ id }) => id)

describe('claims that hold some words', () => {
  it.each(['', '   ', 'the of and'])('are all, where %j asks for nothing', (text) =>
    expect(found(text)).toHaveLength(3),
  )

  it.each([
    ['wheat', ['wheat']],
    ['OPIOIDS', ['gap']], // another form of the word
    ['glyph', ['wheat']], // unfinished
    ['ten days label', ['gap']], // of our reasons, where not all words are held
    ['FMS', ['safe']], // another name of the condition
  ])('are found by %j', (text, ids) => expect(found(text)).toEqual(ids))

  it('hold all of them where any claim does', () => {
    expect(found('LDN safe')).toEqual(['safe'])
    expect(claimsWith('LDN safe', claims, names).isPart).toBe(false)
  })

  it('hold the most of them where no claim holds all, and it is said', () => {
    expect(claimsWith('ldn is wonderfully safe', claims, names)).toMatchObject({
      claims: [{ id: 'safe' }],
      isPart: true,
    })
  })

  it('are none where no claim holds any', () => {
    expect(claimsWith('lectins', claims, names)).toEqual({ claims: [], isPart: false })
  })

  it('takes a word that is finished as a whole one', () => expect(found('glyph ')).toEqual([]))

  it('takes none for unfinished but the last that was typed', () => {
    expect(found('glyph the')).toEqual([])
    expect(found('wheat glyph wheat')).toEqual(['wheat'])
    expect(claimsWith('wheat glyph wheat', claims, names).isPart).toBe(true)
  })

  it('come with those first that say it themselves', () => {
    const both = [claim('reason', 'Pain.', { why: ['Opioids matter.'] }), claim('says', 'Opioids matter.')]
    expect(claimsWith('opioids', both, names).claims.map(({ id }) => id)).toEqual(['says', 'reason'])
  })
})
