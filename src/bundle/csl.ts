import { z } from './zod'
import { sourceIdSchema } from './ids'

const nameSchema = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  /** `van`, `La`: part of the family name wherever it stands. */
  'non-dropping-particle': z.string().optional(),
  /** `de`, `von`: before the family name in running order only. */
  'dropping-particle': z.string().optional(),
  /** `Jr`, `3rd`. */
  suffix: z.string().optional(),
  literal: z.string().optional(),
})
/** A person or a group in a record. */
export type CslName = z.infer<typeof nameSchema>

const dateSchema = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
})
/** A date in a record. */
export type CslDate = z.infer<typeof dateSchema>

/**
 * A bibliographic record in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html), as Zotero
 * exports it. Only what Lectern shows is named; other CSL variables pass through untouched.
 */
export const cslSchema = z.looseObject({
  id: sourceIdSchema,
  type: z.string().min(1),
  title: z.string().optional(),
  'title-short': z.string().optional(),
  author: z.array(nameSchema).optional(),
  editor: z.array(nameSchema).optional(),
  'container-title': z.string().optional(),
  'container-title-short': z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  edition: z.union([z.string(), z.number()]).optional(),
  issued: dateSchema.optional(),
  accessed: dateSchema.optional(),
  volume: z.union([z.string(), z.number()]).optional(),
  issue: z.union([z.string(), z.number()]).optional(),
  page: z.union([z.string(), z.number()]).optional(),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/[^\s\p{Surrogate}]+$/u, 'a DOI starts with 10. and has a slash')
    .optional(),
  PMID: z.union([z.string().regex(/^\d+$/, 'a PMID is a number'), z.int().positive()]).optional(),
  URL: z.string().optional(),
})

/** See {@link cslSchema}. */
export type CslRecord = z.infer<typeof cslSchema>

/** `references.json`: the record of every source. */
export const referencesSchema = z.array(cslSchema)

/** The year a record was issued, or null when it names none. */
export function yearOf(record: CslRecord): string | null {
  const year = record.issued?.['date-parts']?.[0]?.[0]
  if (year !== undefined) return String(year)
  return /\b(?:1[6-9]|20)\d\d\b/.exec(record.issued?.raw ?? record.issued?.literal ?? '')?.[0] ?? null
}

/** What a name is known by: `van der Berg` of one whose particle stands apart in the record. */
const familyOf = ({ family, literal, 'non-dropping-particle': particle }: CslName): string =>
  family === undefined ? (literal ?? '') : [particle?.trim(), family].filter(Boolean).join(' ')

/**
 * A short label for running text: `Younger 2013`, `Bruun-Plesner and others 2020`; the title, in its short form if the
 * record has one, when no author is named.
 */
export function shortLabel(record: CslRecord): string {
  const year = yearOf(record)
  const [first, second, ...more] = (record.author ?? []).map(familyOf)
  const who =
    first === undefined || first === ''
      ? (record['title-short'] ?? record.title ?? record.id)
      : second === undefined
        ? first
        : more.length === 0
          ? `${first} and ${second}`
          : `${first} and others`
  return year === null ? who : `${who} ${year}`
}

/**
 * The address of the original in the order a reader trusts it: DOI, PubMed, else the record's own `https:` URL; null
 * when there is none.
 */
export function originalAddress(record: CslRecord): string | null {
  if (record.DOI !== undefined) return doiAddress(record.DOI)
  if (record.PMID !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${record.PMID}/`
  if (record.URL === undefined || !URL.canParse(record.URL)) return null
  const { protocol, username, password, href } = new URL(record.URL)
  // `https://pubmed.gov@example.org` leads elsewhere than it seems to; the parsed form has no line breaks to hide in.
  return protocol === 'https:' && username === '' && password === '' ? href : null
}

/** Old DOIs hold `#` and `?` (`10.1002/(SICI)…3.0.CO;2-#`), which an address would take for its own. */
const doiAddress = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`
