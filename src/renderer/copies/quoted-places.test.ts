import { describe, expect, it } from 'vitest'
import { sourceSchema } from '../../bundle'
import { sourceData } from '../../bundle/test-content'
import { pageText } from '../../documents'
import { plainForm } from '../../documents'
import type { PageReader } from '../viewer/pdf/page-reader'
import { isOfDigest, QuotedPlaces } from './quoted-places'

const passage = (id: string, quote: string, position: object) => ({
  id,
  quote,
  prefix: '',
  suffix: '',
  position,
})
const inText = { in: 'text', block: 0, start: 0, end: 3 }
const inPdf = { in: 'pdf', page: 0, label: '1', start: 0, end: 3, rects: [[0, 0, 1, 1]] }
const source = sourceSchema.parse({
  ...sourceData,
  kind: 'digest',
  passages: [
    passage('ours', 'Pain went down by about a third of what it was.', inText),
    passage('same', 'Thirty-one women took naltrexone or placebo for weeks.', inText),
    passage('nearly', 'Thirty-one women took naltrexon or placebo for weeks.', inPdf),
  ],
})
const item = (str: string) => ({
  ...{ str, dir: 'ltr', width: 300, height: 12, hasEOL: true },
  transform: [12, 0, 0, 12, 72, 700],
})

/** Pages whose text comes when the test lets it through. */
function pagesOf(...texts: string[]) {
  const asked: number[] = []
  let release: (() => void) | null = null
  const held = { gate: Promise.resolve() }
  const reader = {
    count: texts.length,
    read: async (page: number) => {
      asked.push(page)
      await held.gate
      const text = pageText([item(texts[page] ?? '')])
      return { text, form: plainForm(text.text, 'lines') }
    },
  } as unknown as PageReader
  return {
    asked,
    places: new QuotedPlaces(reader, source),
    hold: () => (held.gate = new Promise((done) => (release = done))),
    letGo: () => release?.(),
  }
}
const paper = ['A cover.', 'Thirty-one women took naltrexone or placebo for weeks.']

describe('a passage in a copy', () => {
  it('is where its words are, each looked for once', async () => {
    const { places, asked } = pagesOf(...paper)
    expect(await places.find('same')).toMatchObject({ page: 1, placed: 'exact' })
    expect((await places.find('same'))?.rects).toHaveLength(1)
    expect(asked.filter((page) => page === 0)).toHaveLength(1)
  })

  it('may be nearly so when it was quoted from the document, and says it', async () => {
    expect(await pagesOf(...paper).places.find('nearly')).toMatchObject({ page: 1, placed: 'approximate' })
  })

  it.each(['ours', 'unknown'])('is nowhere when its words are not there: %s', async (id) => {
    expect(await pagesOf(...paper).places.find(id)).toBeNull()
  })

  it('is the only one that is marked', async () => {
    expect((await pagesOf(...paper).places.onPage()).size).toBe(0)
  })

  it('that nobody waits for is looked for no further, and from the start when it is asked for again', async () => {
    const { places, asked, hold, letGo } = pagesOf(...paper)
    hold()
    const first = places.find('same')
    const second = places.find('nearly')
    letGo()
    expect(await first).toBeNull()
    expect(await second).toMatchObject({ page: 1 })
    expect(asked).toEqual([0, 0, 1, 1])
    expect(await places.find('same')).toMatchObject({ page: 1, placed: 'exact' })
  })
})

describe('a passage of the digest', () => {
  it('is one in our own words, and not one of a document', () => {
    const [ours, , nearly] = source.passages
    if (ours === undefined || nearly === undefined) throw new Error('two passages')
    expect(isOfDigest(source, ours)).toBe(true)
    expect(isOfDigest(source, nearly)).toBe(false)
    expect(isOfDigest({ ...source, kind: 'document' }, ours)).toBe(false)
  })
})
