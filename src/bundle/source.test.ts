import { describe, expect, test } from 'vitest'
import { bundleInfoSchema } from './bundle-info'
import { conditionSchema } from './condition'
import { evidenceFileSchema } from './evidence'
import { handoutSchema } from './handout'
import { sourceSchema } from './source'
import { conditionData, infoData, sourceData } from './test-content'

const isSource = (change: object): boolean => sourceSchema.safeParse({ ...sourceData, ...change }).success

describe('§11.6 the document of a source', () => {
  const pdf = { path: 'files/younger2013.pdf', type: 'application/pdf', bytes: 1_000, pages: 8 }
  const html = { path: 'files/younger2013.html', type: 'text/html', bytes: 1_000, pages: null }

  test.each([pdf, html, null])('may be %j', (file) => expect(isSource({ file, body: [] })).toBe(true))

  test.each([
    ['a path outside files/', { ...pdf, path: 'younger2013.pdf' }],
    ['a path that climbs', { ...pdf, path: 'files/../younger2013.pdf' }],
    ['a folder in its name', { ...pdf, path: 'files/a/younger2013.pdf' }],
    ['another ending', { ...pdf, path: 'files/younger2013.exe' }],
    ['a type that is not shown', { ...pdf, type: 'image/svg+xml' }],
    ['no bytes', { ...pdf, bytes: 0 }],
    ['no pages', { ...pdf, pages: 0 }],
    ['pages left open', { ...pdf, pages: undefined }],
  ])('is refused with %s', (_, file) => expect(isSource({ file })).toBe(false))
})

describe('§12.3 the position of a passage', () => {
  const passage = { id: 'p1', quote: 'four', prefix: '', suffix: '' }
  const isPosition = (position: object): boolean => isSource({ passages: [{ ...passage, position }] })
  const inPdf = { in: 'pdf', page: 0, label: 'iv', start: 0, end: 4, rects: [[72, 700, 120, 712]] }

  test.each([{ in: 'html', start: 0, end: 4 }, inPdf, { ...inPdf, label: '' }])('may be %j', (position) => {
    expect(isPosition(position)).toBe(true)
  })

  test.each([
    ['no kind', { start: 0, end: 4 }],
    ['a kind of its own', { in: 'epub', start: 0, end: 4 }],
    ['a page before the first', { ...inPdf, page: -1 }],
    ['half a page', { ...inPdf, page: 0.5 }],
    ['no label', { ...inPdf, label: undefined }],
    ['no rectangle', { ...inPdf, rects: [] }],
    ['a rectangle of one corner', { ...inPdf, rects: [[72, 700]] }],
    ['a rectangle that has no end', { ...inPdf, rects: [[72, 700, 120, Infinity]] }],
    ['a start before the text', { in: 'html', start: -1, end: 4 }],
    ['an end at the begin of the text', { in: 'html', start: 0, end: 0 }],
    ['a place in a text without its block', { in: 'text', start: 0, end: 4 }],
  ])('is refused with %s', (_, position) => expect(isPosition(position)).toBe(false))
})

describe('§11.5 what a study was', () => {
  const isStudy = (change: object): boolean => isSource({ study: { design: 'trial', ...change } })

  test('may say how much it may be biased, and why', () => {
    expect(isStudy({ riskOfBias: { judgement: 'some concerns', why: 'Open label.' } })).toBe(true)
  })

  test.each([
    ['a judgement of its own', { riskOfBias: { judgement: 'medium', why: 'Open label.' } }],
    ['a judgement without a reason', { riskOfBias: { judgement: 'low', why: '' } }],
    ['a number of participants', { participants: 80 }],
  ])('is refused with %s', (_, change) => expect(isStudy(change)).toBe(false))
})

describe('§16.4 what was written before a key was added', () => {
  test('is read with what the key then stands for', () => {
    expect(sourceSchema.parse(sourceData)).toMatchObject({ file: null, seenNote: null })
    expect(conditionSchema.parse(conditionData())).toMatchObject({ kind: 'condition', regimens: [] })
    expect(evidenceFileSchema.parse({ summaries: [] })).toEqual({ summaries: [], studies: [] })
    expect(bundleInfoSchema.parse(infoData)).toMatchObject({
      safety: null,
      counts: { pdfs: 0, regimens: 0, terms: 0, resources: 0 },
    })
    const handout = {
      ...{ id: 'a', title: 'A', language: 'en', level: 'easy', condition: null, reviewed: '2026-11-22' },
      ...{ short: [], body: [], findings: [], passages: [] },
    }
    expect(handoutSchema.parse(handout)).toMatchObject({ translation: null })
  })
})
