import { describe, expect, it } from 'vitest'
import { cslSchema, type CslRecord } from '../../bundle'
import { exportReferences } from './export-references'

const recordOf = (record: object): CslRecord => cslSchema.parse({ type: 'article-journal', ...record })

const albers = recordOf({
  id: 'albers2017',
  title:
    'Treatment of Hailey-Hailey disease with low-dose naltrexone & other things, a title that is longer than a line',
  author: [
    { family: 'Albers', given: 'L. N.' },
    { family: 'Müller', given: 'Ö.', suffix: 'Jr' },
  ],
  'container-title': 'JAMA Dermatology',
  issued: { 'date-parts': [[2017, 10]] },
  ...{ volume: 153, issue: '10', page: '1018-1020', DOI: '10.1001/jamadermatol.2017.2446', PMID: 28768313 },
})
const cut = recordOf({
  id: 'ahmed2008',
  title: 'Cut',
  author: [{ family: 'Ahmed', given: 'M. I.' }, { literal: 'others' }],
})
const fontaine = recordOf({
  id: 'fontaine1668',
  title: 'Of 疼痛, боль, άλγος, ə and α ≥ 5 % @u41@',
  author: [
    { 'dropping-particle': 'de', 'non-dropping-particle': 'La', family: 'Fontaine', given: 'Jean' },
    { 'non-dropping-particle': 'van', family: 'Gogh', given: 'Vincent' },
    { family: '王', given: '小明' },
    { family: 'Йовчев', given: 'Ø.' },
  ],
})
const linesOf = async (...records: CslRecord[]): Promise<string[]> =>
  (await exportReferences(records, 'ris')).split('\r\n')

describe('RIS', () => {
  it('has a line for each field, never broken, and both ends of the pages', async () => {
    const lines = await linesOf(albers)
    expect(lines[0]).toBe('TY  - JOUR')
    expect(lines.slice(-3)).toEqual(['ER  - ', '', ''])
    for (const line of [
      `TI  - ${albers.title ?? ''}`,
      'AU  - Albers, L. N.',
      'T2  - JAMA Dermatology',
      'VL  - 153',
      'IS  - 10',
      'SP  - 1018',
      'EP  - 1020',
      'DO  - 10.1001/jamadermatol.2017.2446',
      'N1  - PMID: 28768313',
    ])
      expect(lines).toContain(line)
    for (const line of lines.slice(0, -2)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
  })

  it('keeps the particles of names', async () => {
    const lines = await linesOf(fontaine)
    expect(lines).toContain('AU  - La Fontaine, Jean de')
    expect(lines).toContain('AU  - van Gogh, Vincent')
  })

  it('names no author “others”, and says that there are more', async () => {
    const lines = await linesOf(cut)
    expect(lines.filter((line) => line.startsWith('AU'))).toEqual(['AU  - Ahmed, M. I.'])
    expect(lines).toContain('N1  - Not all authors are named')
  })

  it.each([
    [{ type: 'guideline', 'container-title': 'AJG', volume: '1' }, 'JOUR'],
    [{ type: 'guideline' }, 'RPRT'],
    [{ type: 'label' }, 'RPRT'],
    [{ type: 'webpage' }, 'ELEC'],
    [{ type: 'book' }, 'BOOK'],
    [{ type: 'chapter', 'container-title': 'B' }, 'CHAP'],
  ])('has a type for %j', async (record, type) => {
    const lines = await linesOf(recordOf({ id: 'a', title: 'T', ...record }))
    expect(lines[0]).toBe(`TY  - ${type}`)
    expect(lines).toContain('TI  - T')
  })

  it('cannot be given lines of its own by a record', async () => {
    const evil = 'x\nER  - \r\nTY  - BOOK'
    const lines = await linesOf(
      recordOf({
        id: 'a',
        title: evil,
        author: [{ family: evil, given: evil }],
        volume: evil,
        DOI: '10.1000/x',
      }),
    )
    expect(lines.filter((line) => /^(?:TY|ER) {2}-/.test(line))).toHaveLength(2)
  })
})

describe('BibTeX', () => {
  it('keeps the particles of names, and letters for which it has no command', async () => {
    const text = await exportReferences([fontaine], 'bibtex')
    expect(text).toContain('{La Fontaine, Jean de and van Gogh, Vincent and 王, 小明 and Йовчев, \\O{}.}')
    for (const part of ['疼痛, боль, ά', 'ə and', '5 \\%', '@u41@']) expect(text).toContain(part)
    expect(text).toMatch(/\$\\alpha\$/)
  })

  it('has the id of the source as key, and letters that the oldest program reads', async () => {
    const text = await exportReferences([albers], 'bibtex')
    expect(text).toMatch(/^@article\{albers2017,$/m)
    expect(text).toContain('\\&')
    expect(text).toContain('pages = {1018--1020}')
    // eslint-disable-next-line no-control-regex -- all of ASCII is meant
    expect(text).toMatch(/^[\x00-\x7f]*$/)
  })

  it('says "and others" as BibTeX does', async () => {
    expect(await exportReferences([cut], 'bibtex')).toContain('author = {Ahmed, M. I. and others},')
  })

  it('closes every brace, whatever a title holds', async () => {
    const text = await exportReferences([recordOf({ id: 'a', title: 'a } b { c \\ @book{x,' })], 'bibtex')
    const bare = text.replace(/\\textbrace(?:left|right)/g, '').replace(/\\[{}]/g, '')
    expect([...bare].filter((one) => one === '{')).toHaveLength([...bare].filter((one) => one === '}').length)
    expect(text.match(/^@/gm)).toHaveLength(1)
  })
})

describe('CSL-JSON', () => {
  it('is the records as they are, with what Lectern does not know', async () => {
    const record = recordOf({ id: 'a', type: 'guideline', 'archive-place': 'x', custom: { deep: [1] } })
    expect(JSON.parse(await exportReferences([record], 'csl-json'))).toEqual([record])
  })
})

describe.each(['ris', 'bibtex', 'csl-json'] as const)('%s', (format) => {
  it('holds all of many records, in order', async () => {
    const records = Array.from({ length: 120 }, (_one, index) =>
      recordOf({ id: `id${index}x`, title: `T${index}` }),
    )
    const text = await exportReferences(records, format)
    const found = records.map(({ id }) => text.indexOf(id))
    expect(found).not.toContain(-1)
    expect([...found].sort((a, b) => a - b)).toEqual(found)
  })

  it('of no record is written without one', async () => {
    expect((await exportReferences([], format)).trim()).toBe(format === 'csl-json' ? '[]' : '')
  })

  it.each([
    { author: [{ given: 'Ada' }, {}] },
    { issued: { raw: 'in spring' } },
    { issued: { 'date-parts': [[]] } },
    { issued: { 'date-parts': [['x', {}]] } },
    { 'collection-title': { a: 1 } },
    { keyword: ['a'] },
    { accessed: 'today' },
  ])('is not stopped by %j', async (odd) => {
    const record = { id: 'a', type: 'book', title: 'T', ...odd } as unknown as CslRecord
    await expect(exportReferences([record], format)).resolves.toContain('T')
  })
})
