import { describe, expect, it } from 'vitest'
import { cslSchema } from '../csl'
import { recognise } from './recognise'

const records = [
  { id: 'a', DOI: '10.1000/One.2', title: 'Low-dose naltrexone for the treatment of fibromyalgia' },
  {
    id: 'b',
    DOI: '10.1000/one.23',
    title: 'Low-dose naltrexone for the treatment of fibromyalgia: a second trial',
  },
  { id: 'c', DOI: '10.1002/(SICI)1097(1996)1:2<1::AID-X>3.0.CO;2-#', title: 'Naltrexone' },
  { id: 'd', title: 'Efficacy of naltrexone in Crohn’s disease: first results' },
].map((record) => cslSchema.parse({ type: 'article-journal', ...record }))
const found = (text: string, title: string | null = null) => recognise({ text, title }, records)

describe('a document is recognised', () => {
  it.each([
    ['doi:10.1000/one.2', 'a'],
    ['https://doi.org/10.1000/ONE.2.', 'a'],
    ['(DOI 10.1000/one.2).', 'a'],
    ['see 10.1000/one.23, and more', 'b'],
    ['10.1000/one.23\nReferences 10.1000/one.2', 'b'],
  ])('by its DOI in %j', (text, id) => expect(found(text)).toEqual({ id, by: 'DOI' }))

  it.each([
    ['Efficacy of naltrexone in\nCrohn’s disease:\nﬁrst results\nA. Author', 'd'],
    ["EFFICACY OF NAL-\nTREXONE IN CROHN'S DISEASE – FIRST RESULTS", 'd'],
    ['Low-dose naltrexone for the treatment of fibromyalgia: a second trial', 'b'],
  ])('by its title in %j', (text, id) => expect(found(text)).toEqual({ id, by: 'title' }))

  it('by the title that the file gives itself', () => {
    expect(found('', 'Efficacy of naltrexone in Crohn’s disease: first results')?.id).toBe('d')
  })

  it('by its DOI rather than by a title', () => {
    expect(found('Efficacy of naltrexone in Crohn’s disease: first results 10.1000/one.2')?.id).toBe('a')
  })
})

describe('a document is not recognised', () => {
  it.each([
    '',
    'Another paper about something else.',
    '10.1000/one',
    '10.1000/one.24',
    '10.1000/one.2b',
    '10.1000/two.2',
    '110.1000',
    'Naltrexone',
    'Efficacy of naltrexone in Crohn’s disease: second results',
  ])('by %j', (text) => expect(found(text)).toBeNull())

  it('where there are no records', () => {
    expect(recognise({ text: '10.1000/one.2', title: null }, [])).toBeNull()
  })
})
