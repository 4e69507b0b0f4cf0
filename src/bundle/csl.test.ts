import { describe, expect, it } from 'vitest'
import { cslSchema, originalAddress, shortLabel, yearOf, type CslRecord } from './csl'

const record = (fields: object = {}): CslRecord =>
  cslSchema.parse({ id: 'younger2013', type: 'article-journal', title: 'Low-dose naltrexone', ...fields })
const isRecord = (fields: object): boolean =>
  cslSchema.safeParse({ id: 'younger2013', type: 'article-journal', ...fields }).success

describe('a CSL record', () => {
  it('§11.2 §16.1 keeps the variables that Lectern does not show', () => {
    expect(record({ abstract: 'We studied …', custom: { a: 1 } })).toMatchObject({
      abstract: 'We studied …',
      custom: { a: 1 },
    })
  })

  it.each([
    ['an id that is no id', { id: '../younger' }],
    ['no id', { id: undefined }],
    ['an empty type', { type: '' }],
    ['a title that is no text', { title: 3 }],
    ['authors in one text', { author: 'Younger J' }],
    ['an author as plain text', { author: ['Younger J'] }],
    ['a family name that is no text', { author: [{ family: 1 }] }],
    ['a date as plain text', { issued: '2013' }],
    ['date parts that are no list of lists', { issued: { 'date-parts': [2013] } }],
    ['a DOI as an address', { DOI: 'https://doi.org/10.1002/art.37734' }],
    ['a DOI without a slash', { DOI: '10.1002' }],
    ['a DOI with a space', { DOI: '10.1002/art 37734' }],
    ['a DOI with a line break', { DOI: '10.1002/art\n' }],
    ['a DOI with half a character, which no address can hold', { DOI: '10.1002/\ud800' }],
    ['a PMID in words', { PMID: 'PMC3098' }],
    ['a PMID that leads elsewhere', { PMID: '1/../../x' }],
    ['a negative PMID', { PMID: -1 }],
    ['a PMID with a fraction', { PMID: 1.5 }],
    ['a URL that is no text', { URL: ['https://example.org'] }],
  ])('§11.2 with %s is refused', (_what, fields) => expect(isRecord(fields)).toBe(false))
})

describe('the year of a record', () => {
  it.each([
    [{ issued: { 'date-parts': [[2013, 2]] } }, '2013'],
    [{ issued: { 'date-parts': [['2013']] } }, '2013'],
    [{ issued: { raw: 'Feb 2013' } }, '2013'],
    [{ issued: { literal: 'published 1999, in print 2000' } }, '1999'],
    [{ issued: { 'date-parts': [[]], raw: '2013-02' } }, '2013'],
    [{ issued: { 'date-parts': [] } }, null],
    [{ issued: { raw: 'in press' } }, null],
    [{ issued: { raw: '12013' } }, null],
    [{ issued: {} }, null],
    [{}, null],
  ])('of %j is %s', (fields, year) => expect(yearOf(record(fields))).toBe(year))
})

describe('§11.3 the short label of a record', () => {
  const issued = { 'date-parts': [[2020]] }
  it.each([
    [{ author: [{ family: 'Younger', given: 'J' }], issued }, 'Younger 2020'],
    [{ author: [{ family: 'Younger' }, { family: 'Mackey' }], issued }, 'Younger and Mackey 2020'],
    [
      { author: [{ family: 'Bruun-Plesner' }, { family: 'Blichfeldt' }, { family: 'Vaegter' }], issued },
      'Bruun-Plesner and others 2020',
    ],
    [{ author: [{ literal: 'World Health Organization' }], issued }, 'World Health Organization 2020'],
    [{ author: [{ family: 'Younger' }] }, 'Younger'],
    [{ author: [], issued }, 'Low-dose naltrexone 2020'],
    [{ author: [{ given: 'J' }], issued }, 'Low-dose naltrexone 2020'],
    [{ title: undefined }, 'younger2013'],
  ])('of %j is %s', (fields, label) => expect(shortLabel(record(fields))).toBe(label))
})

describe('§4.9 the address of the original', () => {
  it.each([
    [{ DOI: '10.1002/art.37734', PMID: '1', URL: 'https://a.org/' }, 'https://doi.org/10.1002/art.37734'],
    [{ PMID: '23359310', URL: 'https://a.org/' }, 'https://pubmed.ncbi.nlm.nih.gov/23359310/'],
    [{ PMID: 23359310 }, 'https://pubmed.ncbi.nlm.nih.gov/23359310/'],
    [{ URL: 'https://www.fda.gov/label.pdf?a=1#p3' }, 'https://www.fda.gov/label.pdf?a=1#p3'],
  ])('of %j is %s: DOI, then PubMed, then its own', (fields, address) => {
    expect(originalAddress(record(fields))).toBe(address)
  })

  it('holds every character of an old DOI, and leads only to doi.org', () => {
    const DOI = '10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-#?x=%2F..'
    const address = originalAddress(record({ DOI })) ?? ''
    const { origin, pathname, search, hash } = new URL(address)
    expect([origin, search, hash]).toEqual(['https://doi.org', '', ''])
    expect(decodeURIComponent(pathname)).toBe(`/${DOI}`)
  })

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['no address', 'see the library'],
    ['a path', '/label.pdf'],
    ['the unencrypted web', 'http://www.fda.gov/label.pdf'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['a mail', 'mailto:a@example.org'],
    ['a program of the system', 'ms-settings:display'],
    ['our own scheme', 'lectern://ldn/'],
    ['a user that looks like a host', 'https://pubmed.ncbi.nlm.nih.gov@example.org/'],
    ['a password', 'https://:secret@example.org/'],
    ['no host', 'https://'],
  ])('is none when the record names only %s', (_what, URL) => {
    expect(originalAddress(record(URL === undefined ? {} : { URL }))).toBeNull()
  })

  it('has no line break in which a dialog could hide where it leads', () => {
    expect(originalAddress(record({ URL: 'https://example.org/\n\nsafe' }))).toBe('https://example.org/safe')
  })
})
