import { describe, expect, it } from 'vitest'
import { readAtAGlance } from './read-at-a-glance'

const sentence = 'Forty words stand here. '
const page = sentence.repeat(200)

describe('a preview', () => {
  it.each(['', 'Short.', 'x'.repeat(1_200)])('shows all of a short text: %#', (text) => {
    expect(readAtAGlance(text, 0)).toBe(text)
  })

  it('shows the beginning of a long text, cut between words', () => {
    const shown = readAtAGlance(page, 10)
    expect(page.startsWith(shown.slice(0, -1))).toBe(true)
    expect(shown).toMatch(/\w\.?…$/)
    expect(shown.length).toBeLessThanOrEqual(1_201)
  })

  it('begins with the sentence of what is looked for, where that is far down', () => {
    const text = `${page}Tramadol is an opioid. ${page}`
    expect(readAtAGlance(text, text.indexOf('opioid'))).toMatch(/^…Tramadol is an opioid\. Forty/)
  })

  it('shows what is looked for in a text that has no sentences, or no spaces', () => {
    for (const fill of ['word '.repeat(500), 'x'.repeat(3_000)]) {
      const text = `${fill}tramadol${fill}`
      expect(readAtAGlance(text, fill.length)).toContain('tramadol')
    }
  })

  it('has the end of a text, and no more', () => {
    const text = `${page}The end.`
    expect(readAtAGlance(text, text.indexOf('end.'))).toBe('…The end.')
  })
})
