import { formOf, type CslRecord } from '../../bundle'

/** Types that reference managers know; a record of any other (`guideline`, `label`) goes as the nearest of them. */
const knownTypes = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'dataset',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
  'report',
  'thesis',
  'webpage',
])
const nearest = { article: 'article-journal', chapter: 'chapter', page: 'webpage', book: 'report' } as const

/** Variables of one line that are handed on. */
const lines = [
  'title',
  'title-short',
  'container-title',
  'container-title-short',
  'publisher',
  'publisher-place',
  'edition',
  'volume',
  'issue',
  'page',
  'number',
  'DOI',
  'PMCID',
  'URL',
  'ISBN',
  'ISSN',
  'language',
] as const

const others = /^(?:others|et al\.?)$/i

/**
 * A record as the writers of exchange formats take it: a type that they know, and only the variables that are handed on,
 * so that nothing odd in a stranger's record can stop them. `hasOthers` says that the record names not all authors.
 */
export function exchangeRecord(record: CslRecord): { readonly data: object; readonly hasOthers: boolean } {
  const all: Readonly<Record<string, unknown>> = record
  const texts = lines.flatMap((name) => {
    const value = all[name]
    return typeof value === 'string' || typeof value === 'number'
      ? [[name, oneLine(String(value))] as const]
      : []
  })
  const author = namesOf(record.author)
  const hasOthers = (record.author ?? []).some(isOthers)
  const note = [
    ...(record.PMID === undefined ? [] : [`PMID: ${record.PMID}`]),
    ...(hasOthers ? ['Not all authors are named'] : []),
  ].join('. ')
  return {
    hasOthers,
    data: {
      id: record.id,
      type: knownTypes.has(record.type) ? record.type : nearest[formOf(record)],
      ...Object.fromEntries(texts),
      ...(author.length === 0 ? {} : { author }),
      ...(namesOf(record.editor).length === 0 ? {} : { editor: namesOf(record.editor) }),
      ...dateOf('issued', record.issued),
      ...dateOf('accessed', record.accessed),
      ...(note === '' ? {} : { note }),
    },
  }
}

type Names = NonNullable<CslRecord['author']>

const isOthers = ({ family, literal }: Names[number]): boolean => others.test(family ?? literal ?? '')

const namesOf = (names: Names | undefined): object[] =>
  (names ?? [])
    .filter((name) => !isOthers(name) && (name.family ?? name.literal ?? '').trim() !== '')
    .map((name) =>
      name.family === undefined
        ? { literal: oneLine(name.literal ?? '') }
        : {
            ...joined('family', name['non-dropping-particle'], name.family),
            ...joined('given', name.given, name['dropping-particle']),
            ...joined('suffix', name.suffix),
          },
    )

/** The formats have no field for particles: each goes with the name that it stands beside, as in `La Fontaine, Jean de`. */
function joined(field: string, ...parts: readonly (string | undefined)[]): object {
  const text = oneLine(parts.filter(Boolean).join(' '))
  return text === '' ? {} : { [field]: text }
}

/** Only dates in parts: a writer would have to guess at the others. */
function dateOf(name: string, date: CslRecord['issued']): object {
  const parts = date?.['date-parts']?.[0]?.map(Number).filter((part) => Number.isInteger(part)) ?? []
  return parts.length === 0 ? {} : { [name]: { 'date-parts': [parts.slice(0, 3)] } }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
