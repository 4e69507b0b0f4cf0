import { describe, expect, it } from 'vitest'
import { cslSchema, type CslRecord } from '../csl'
import { formatReference, formatReferences, referenceStyles } from './format-reference'

/* The records are those behind examples that the manuals print, so that what is expected is theirs and not ours. */

const recordOf = (record: object): CslRecord =>
  cslSchema.parse({ id: 'a', type: 'article-journal', ...record })
const people = (text: string) =>
  text.split('; ').map((one) => {
    const [family = '', given = '', suffix] = one.split(', ')
    return { family, given, ...(suffix === undefined ? {} : { suffix }) }
  })
const on = (...parts: number[]) => ({ 'date-parts': [parts] })
const group = (literal: string) => [{ literal }]

const transplantation = recordOf({
  author: people('Halpern, S. D.; Ubel, P. A.; Caplan, A. L.'),
  title: 'Solid-organ transplantation in HIV-infected patients',
  'container-title': 'New England Journal of Medicine',
  'container-title-short': 'N Engl J Med',
  ...{ issued: on(2002, 7, 25), volume: '347', issue: '4', page: '284-287' },
})
const contusion = recordOf({
  author: people(
    'Rose, M. E.; Huerbin, M. B.; Melick, J.; Marion, D. W.; Palmer, A. M.; Schiding, J. K.; Kochanek, P. M.; Graham, S. H.',
  ),
  title: 'Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury',
  'container-title-short': 'Brain Res',
  ...{ issued: on(2002), volume: 935, issue: '1-2', page: '40-46' },
})
const storybooks = recordOf({
  author: people('Grady, J. S.; Her, M.; Moreno, G.; Perez, C.; Yelinek, J.'),
  title:
    'Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States',
  'container-title': 'Psychology of Popular Media Culture',
  ...{ issued: on(2019), volume: '8', issue: '3', page: '207-217', DOI: '10.1037/ppm0000185' },
})
const stroke = recordOf({
  author: people('Towfighi, A.; Markovic, D.; Ovbiagele, B.'),
  title: 'Utility of Framingham Coronary Heart Disease risk score for predicting cardiac risk after stroke',
  'container-title-short': 'Stroke',
  ...{ issued: on(2012), volume: '43', issue: '11', page: '2942-2947', DOI: '10.1161/STROKEAHA.112.668319' },
})

describe('Vancouver', () => {
  it.each([
    [
      'an article',
      transplantation,
      'Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002 Jul 25;347(4):284-7.',
    ],
    [
      'more than six authors',
      contusion,
      'Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.',
    ],
    [
      'an organisation as author',
      recordOf({
        author: group('Diabetes Prevention Program Research Group'),
        title: 'Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance',
        'container-title': 'Hypertension',
        ...{ issued: on(2002), volume: '40', issue: '5', page: '679-86' },
      }),
      'Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance. Hypertension. 2002;40(5):679-86.',
    ],
    [
      'no author',
      recordOf({
        title: '21st century heart solution may have a sting in the tail',
        'container-title': 'BMJ',
        ...{ issued: on(2002), volume: '325', issue: '7357', page: '184' },
      }),
      '21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184.',
    ],
    [
      'a book',
      recordOf({
        type: 'book',
        author: people('Murray, P. R.; Rosenthal, K. S.; Kobayashi, G. S.; Pfaller, M. A.'),
        title: 'Medical microbiology',
        ...{ edition: '4', 'publisher-place': 'St. Louis', publisher: 'Mosby', issued: on(2002) },
      }),
      'Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.',
    ],
    [
      'editors, one with a rank',
      recordOf({
        type: 'book',
        editor: people('Gilstrap, L. C., 3rd; Cunningham, F. G.; VanDorsten, J. P.'),
        title: 'Operative obstetrics',
        ...{ edition: 2, 'publisher-place': 'New York', publisher: 'McGraw-Hill', issued: on(2002) },
      }),
      'Gilstrap LC 3rd, Cunningham FG, VanDorsten JP, editors. Operative obstetrics. 2nd ed. New York: McGraw-Hill; 2002.',
    ],
    [
      'a chapter',
      recordOf({
        type: 'chapter',
        author: people('Meltzer, P. S.; Kallioniemi, A.; Trent, J. M.'),
        title: 'Chromosome alterations in human solid tumors',
        editor: people('Vogelstein, B.; Kinzler, K. W.'),
        'container-title': 'The genetic basis of human cancer',
        ...{ 'publisher-place': 'New York', publisher: 'McGraw-Hill', issued: on(2002), page: '93-113' },
      }),
      'Meltzer PS, Kallioniemi A, Trent JM. Chromosome alterations in human solid tumors. In: Vogelstein B, Kinzler KW, editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.',
    ],
    [
      'a site',
      recordOf({
        type: 'webpage',
        title: 'Cancer-Pain.org',
        ...{ 'publisher-place': 'New York', publisher: 'Association of Cancer Online Resources, Inc.' },
        ...{ issued: on(2000), accessed: on(2002, 7, 9), URL: 'http://www.cancer-pain.org/' },
      }),
      'Cancer-Pain.org [Internet]. New York: Association of Cancer Online Resources, Inc.; 2000 [cited 2002 Jul 9]. Available from: http://www.cancer-pain.org/',
    ],
    [
      'DOI and PMID, as PubMed prints them',
      recordOf({ ...transplantation, DOI: '10.1056/NEJMsb020632', PMID: 12140307 }),
      'Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002 Jul 25;347(4):284-7. doi: 10.1056/NEJMsb020632. PMID: 12140307.',
    ],
  ])('%s', (_what, record, expected) => expect(formatReference(record, 'vancouver')).toBe(expected))
})

describe('AMA', () => {
  it.each([
    [
      'an article, its pages in full and its DOI without a full stop',
      stroke,
      'Towfighi A, Markovic D, Ovbiagele B. Utility of Framingham Coronary Heart Disease risk score for predicting cardiac risk after stroke. Stroke. 2012;43(11):2942-2947. doi:10.1161/STROKEAHA.112.668319',
    ],
    [
      'more than six authors: three, then et al',
      contusion,
      'Rose ME, Huerbin MB, Melick J, et al. Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-46.',
    ],
    [
      'editors of a book, without the place of its publisher',
      recordOf({
        type: 'book',
        editor: people('Etzel, R. A.; Balk, S. J.'),
        title: 'Pediatric Environmental Health',
        ...{ 'publisher-place': 'Elk Grove', publisher: 'American Academy of Pediatrics', issued: on(2011) },
      }),
      'Etzel RA, Balk SJ, eds. Pediatric Environmental Health. American Academy of Pediatrics; 2011.',
    ],
    [
      'a chapter',
      recordOf({
        type: 'chapter',
        author: people('Prince, M.; Glozier, N.; Sousa, R.; Dewey, M.'),
        title: 'Measuring disability across physical, mental, and cognitive disorders',
        editor: people('Regier, D. A.; Narrow, W. E.; Kuhl, E. A.; Kupfer, D. J.'),
        'container-title': 'The Conceptual Evolution of DSM-5',
        ...{ publisher: 'American Psychiatric Publishing Inc', issued: on(2011), page: '189-227' },
      }),
      'Prince M, Glozier N, Sousa R, Dewey M. Measuring disability across physical, mental, and cognitive disorders. In: Regier DA, Narrow WE, Kuhl EA, Kupfer DJ, eds. The Conceptual Evolution of DSM-5. American Psychiatric Publishing Inc; 2011:189-227.',
    ],
    [
      'a page of a site, with the day it was looked at',
      recordOf({
        type: 'webpage',
        author: people('Charlton, G.'),
        title: 'Internal linking for SEO: examples and best practices',
        'container-title': 'SearchEngineWatch',
        ...{ accessed: on(2016, 3, 24), URL: 'https://searchenginewatch.com/linking' },
      }),
      'Charlton G. Internal linking for SEO: examples and best practices. SearchEngineWatch. Accessed March 24, 2016. https://searchenginewatch.com/linking',
    ],
    [
      'ahead of print',
      recordOf({ title: 'Early', 'container-title': 'JAMA', issued: on(2020, 1, 4), DOI: '10.1001/x' }),
      'Early. JAMA. Published online January 4, 2020. doi:10.1001/x',
    ],
    [
      'PubMed where there is no DOI',
      recordOf({ title: 'Old', 'container-title': 'BMJ', issued: on(1980), volume: 3, PMID: '7' }),
      'Old. BMJ. 1980;3. PMID: 7',
    ],
  ])('%s', (_what, record, expected) => expect(formatReference(record, 'ama')).toBe(expected))
})

describe('APA', () => {
  const authors = (count: number) =>
    Array.from({ length: count }, (_one, index) => ({ family: `N${index + 1}`, given: 'A.' }))
  const named = (count: number): string =>
    formatReference(recordOf({ author: authors(count), title: 'T', issued: on(2020) }), 'apa')

  it.each([
    [
      'an article',
      storybooks,
      'Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States. Psychology of Popular Media Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185',
    ],
    [
      'an article number',
      recordOf({
        author: people('Abbott, R. D.; Sadowski, A.'),
        ...{ title: 'Efficacy', 'container-title': 'Cureus', issued: on(2019, 4, 27) },
        ...{ volume: '11', issue: '4', page: 'e4556', DOI: '10.7759/cureus.4556' },
      }),
      'Abbott, R. D., & Sadowski, A. (2019). Efficacy. Cureus, 11(4), Article e4556. https://doi.org/10.7759/cureus.4556',
    ],
    [
      'a book in its second edition',
      recordOf({
        type: 'book',
        author: people('Brown, L. S.'),
        ...{ title: 'Feminist therapy', edition: '2', publisher: 'American Psychological Association' },
        ...{ issued: on(2018), DOI: '10.1037/0000092-000' },
      }),
      'Brown, L. S. (2018). Feminist therapy (2nd ed.). American Psychological Association. https://doi.org/10.1037/0000092-000',
    ],
    [
      'an editor',
      recordOf({
        type: 'book',
        editor: people('Hacker Hughes, J.'),
        title: 'Military veteran psychological health and social care: Contemporary approaches',
        ...{ publisher: 'Routledge', issued: on(2017) },
      }),
      'Hacker Hughes, J. (Ed.). (2017). Military veteran psychological health and social care: Contemporary approaches. Routledge.',
    ],
    [
      'a chapter',
      recordOf({
        type: 'chapter',
        author: people('Aron, L.; Botella, M.; Lubart, T.'),
        title: 'Culinary arts: Talent and their development',
        editor: people('Subotnik, R. F.; Olszewski-Kubilius, P.; Worrell, F. C.'),
        'container-title':
          'The psychology of high performance: Developing human potential into domain-specific talent',
        ...{ publisher: 'American Psychological Association', issued: on(2019), page: '345-359' },
        DOI: '10.1037/0000120-016',
      }),
      'Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their development. In R. F. Subotnik, P. Olszewski-Kubilius, & F. C. Worrell (Eds.), The psychology of high performance: Developing human potential into domain-specific talent (pp. 345–359). American Psychological Association. https://doi.org/10.1037/0000120-016',
    ],
    [
      'a page that changes, with no date of its own',
      recordOf({
        type: 'webpage',
        author: group('U.S. Census Bureau'),
        title: 'U.S. and world population clock',
        ...{ 'container-title': 'U.S. Department of Commerce', accessed: on(2020, 1, 9) },
        URL: 'https://www.census.gov/popclock/',
      }),
      'U.S. Census Bureau. (n.d.). U.S. and world population clock. U.S. Department of Commerce. Retrieved January 9, 2020, from https://www.census.gov/popclock/',
    ],
    [
      'a page whose author is the site',
      recordOf({
        type: 'webpage',
        author: group('World Health Organization'),
        ...{ title: 'Questions and answers on immunization', 'container-title': 'World Health Organization' },
        ...{ issued: on(2018, 3), URL: 'https://www.who.int/q' },
      }),
      'World Health Organization. (2018, March). Questions and answers on immunization. https://www.who.int/q',
    ],
    [
      'no author: the title comes first',
      recordOf({ type: 'book', title: 'Davis’s Drug Guide', edition: '19', issued: on(2025) }),
      'Davis’s Drug Guide (19th ed.). (2025).',
    ],
    [
      'a hyphen in the given names, and a rank',
      recordOf({
        author: people('Dupont, Jean-Pierre; King, Martin Luther, Jr.'),
        title: 'T',
        issued: on(1963),
      }),
      'Dupont, J.-P., & King, M. L., Jr. (1963). T.',
    ],
  ])('%s', (_what, record, expected) => expect(formatReference(record, 'apa')).toBe(expected))

  it('lists twenty authors; of more the first nineteen and the last', () => {
    expect(named(20)).toContain('N19, A., & N20, A. (2020)')
    expect(named(21)).toContain('N19, A., . . . N21, A. (2020)')
    expect(named(21)).not.toContain('N20')
  })
})

describe('a preprint', () => {
  const preprint = recordOf({
    ...{ type: 'article', title: 'A preprint', author: people('Adams, A.'), publisher: 'medRxiv' },
    ...{ issued: on(2023), DOI: '10.1101/2023.04.01.2' },
  })

  it.each([
    ['vancouver', 'Adams A. A preprint. medRxiv. 2023. doi: 10.1101/2023.04.01.2.'],
    ['ama', 'Adams A. A preprint. medRxiv. 2023. doi:10.1101/2023.04.01.2'],
    ['apa', 'Adams, A. (2023). A preprint. medRxiv. https://doi.org/10.1101/2023.04.01.2'],
  ] as const)('names its server, which its record calls the publisher, in %s', (style, expected) => {
    expect(formatReference(preprint, style)).toBe(expected)
  })
})

describe('a record that is not whole', () => {
  it.each([
    ['vancouver', 'Ahmed MI, et al. T. 2008.'],
    ['ama', 'Ahmed MI, et al. T. 2008.'],
    ['apa', 'Ahmed, M. I., et al. (2008). T.'],
  ] as const)('says in %s that there are other authors, whom it does not name', (style, expected) => {
    for (const others of [{ literal: 'others' }, { family: 'others' }, { literal: 'et al.' }])
      expect(
        formatReference(
          recordOf({ author: [{ family: 'Ahmed', given: 'M. I.' }, others], title: 'T', issued: on(2008) }),
          style,
        ),
      ).toBe(expected)
  })

  it.each(referenceStyles)('never prints a hole in %s', (style) => {
    for (const type of ['article-journal', 'webpage', 'book', 'chapter', 'report', 'guideline', 'label']) {
      for (const more of [
        {},
        { volume: '3' },
        { page: '4' },
        { 'container-title': 'C' },
        { publisher: 'P' },
      ]) {
        const text = formatReference(recordOf({ type, title: 'T', author: [{}], ...more }), style)
        expect(text).toContain('T')
        expect(text).not.toMatch(/undefined|null|NaN|\(\)|\[\]|\.\.|, ,| {2}|^[.,;: ]|[,;:] *$/)
      }
    }
  })

  it('is a line of plain text, whatever its title holds', () => {
    const title = 'On <i>E. coli</i>\n and H<sub>2</sub>O: a < b?'
    expect(formatReference(recordOf({ title, issued: on(2020) }), 'vancouver')).toBe(
      'On E. coli and H2O: a < b? 2020.',
    )
  })

  it.each([
    [
      'a guideline in a journal is cited as an article',
      { 'container-title': 'AJG', volume: '116' },
      'AJG. 2021;116.',
    ],
    ['one by itself as a report', { publisher: 'ACG' }, 'ACG; 2021.'],
  ])('%s', (_what, more, end) => {
    const record = recordOf({ type: 'guideline', title: 'T', issued: on(2021), ...more })
    expect(formatReference(record, 'vancouver')).toBe(`T. ${end}`)
  })

  it.each([
    [{ raw: '2019-07-03' }, '2019 Jul 3'],
    [{ raw: '2019-07' }, '2019 Jul'],
    [{ literal: 'Spring 1998' }, '1998'],
    [{ 'date-parts': [['2019', '13', '40']] }, '2019'],
    [{ 'date-parts': [[2019, 0, 3]] }, '2019'],
  ])('reads the date %j as %s', (issued, expected) => {
    expect(formatReference(recordOf({ title: 'T', issued }), 'vancouver')).toBe(`T. ${expected}.`)
  })
})

describe('pages', () => {
  it.each([
    ['284-287', '284-7', '284-287', '284–287'],
    ['2928–35', '2928-35', '2928-2935', '2928–2935'],
    ['1018 - 1020', '1018-20', '1018-1020', '1018–1020'],
    ['S10-S18', 'S10-8', 'S10-S18', 'S10–S18'],
    ['S10-8', 'S10-8', 'S10-S18', 'S10–S18'],
    ['126A-127A', '126A-127A', '126A-127A', '126A–127A'],
    ['99-101', '99-101', '99-101', '99–101'],
    ['15', '15', '15', '15'],
    ['xiv-xvii', 'xiv-xvii', 'xiv-xvii', 'xiv–xvii'],
    ['1-3, 7-9', '1-3, 7-9', '1-3, 7-9', '1–3, 7–9'],
  ])('%s', (page, short, full, dashed) => {
    const record = recordOf({ title: 'T', 'container-title': 'J', volume: '1', page })
    expect(formatReference(record, 'vancouver')).toBe(`T. J. 1:${short}.`)
    expect(formatReference(record, 'ama')).toBe(`T. J. 1:${full}.`)
    expect(formatReference(record, 'apa')).toBe(`T. (n.d.). J, 1, ${dashed}.`)
  })
})

describe('names', () => {
  it.each([
    ['R. D.', 'RD', 'R. D.'],
    ['RD', 'RD', 'R. D.'],
    ['Rosa Dora', 'RD', 'R. D.'],
    ['J.-P.', 'JP', 'J.-P.'],
    ['Ángel', 'Á', 'Á.'],
    ['𝔸da', '𝔸', '𝔸.'],
  ])('%s', (given, medical, apa) => {
    const record = recordOf({ author: [{ family: 'Li', given }], title: 'T', issued: on(2020) })
    expect(formatReference(record, 'vancouver')).toBe(`Li ${medical}. T. 2020.`)
    expect(formatReference(record, 'apa')).toBe(`Li, ${apa} (2020). T.`)
  })

  it('keep their particle', () => {
    const author = [{ 'non-dropping-particle': 'van der', family: 'Berg', given: 'A.' }]
    expect(formatReference(recordOf({ author, title: 'T' }), 'ama')).toBe('van der Berg A. T.')
  })

  it.each([
    [
      { 'dropping-particle': 'de', 'non-dropping-particle': 'La', family: 'Fontaine', given: 'Jean' },
      'de La Fontaine J',
      'La Fontaine, J. de.',
    ],
    [
      { 'dropping-particle': 'van', family: 'Beethoven', given: 'Ludwig' },
      'van Beethoven L',
      'Beethoven, L. van.',
    ],
    [{ family: 'de La Fontaine', given: 'Jean' }, 'de La Fontaine J', 'de La Fontaine, J.'],
    [{ family: '王', given: '小明' }, '王 小明', '王, 小明.'],
    [{ family: '김', given: '철수' }, '김 철수', '김, 철수.'],
  ])('whose particles stand apart, or without initials: %j', (author, medical, apa) => {
    const record = recordOf({ author: [author], title: 'T', issued: on(2020) })
    expect(formatReference(record, 'vancouver')).toBe(`${medical}. T. 2020.`)
    expect(formatReference(record, 'ama')).toBe(`${medical}. T. 2020.`)
    expect(formatReference(record, 'apa')).toBe(`${apa} (2020). T.`)
  })
})

describe('a list', () => {
  const [b, a] = [recordOf({ title: 'B', issued: on(2) }), recordOf({ title: 'A', issued: on(1) })]
  it('counts in the medical styles and keeps the order', () =>
    expect(formatReferences([b, a], 'vancouver')).toBe('1. B. 2.\n2. A. 1.'))
  it('goes by the alphabet in APA', () => expect(formatReferences([b, a], 'apa')).toBe('A. (1).\nB. (2).'))
  it('of nothing is nothing', () => expect(formatReferences([], 'ama')).toBe(''))
})
