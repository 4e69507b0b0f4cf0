import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { keepingLetters } from './lost-letters'

/** A record in the form of `exchangeRecord`. */
export interface Exchanged {
  readonly data: object
  readonly hasOthers: boolean
}

// Keys are the ids of the bundle, the same in each export, so that a manuscript's citations keep working.
const { format } = plugins.config.get('@bibtex')
format.useIdAsLabel = true
format.checkLabel = false

/** Characters that the writer of BibTeX was asked for, and whether it drops them. */
const dropped = new Map<string, boolean>()
function isDropped(character: string): boolean {
  const known = dropped.get(character)
  if (known !== undefined) return known
  const text = plugins.output.format('bibtex', [{ id: 'x', type: 'book', title: `(${character})` }])
  const isIt = text.includes('{()}')
  dropped.set(character, isIt)
  return isIt
}

/**
 * BibTeX, in ASCII with commands for other letters, so that the oldest programs read it. What has no command stays as it
 * is, in UTF-8: better than a name without its letters.
 */
export const toBibtex = (records: readonly Exchanged[]): string =>
  records
    .map(({ data, hasOthers }) => {
      const write = (one: object): string => plugins.output.format('bibtex', [one]).trim()
      const text = keepingLetters(data, write, isDropped)
      return `${hasOthers ? text.replace(/^(\s*author = \{.*)\},$/m, '$1 and others},') : text}\n\n`
    })
    .join('')

/**
 * RIS (https://en.wikipedia.org/wiki/RIS_(file_format)). The lines are written here: the converter's own breaks long ones
 * in the middle of a word, and readers put a space there; and it leaves a range of pages in one field.
 */
export const toRis = (records: readonly Exchanged[]): string =>
  plugins.output
    .format(
      'ris',
      records.map(({ data }) => data),
      { format: 'object' },
    )
    .map(recordLines)
    .join('')

function recordLines({ TY, ...fields }: Record<string, unknown>): string {
  const lines = Object.entries(fields).flatMap(([tag, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => fieldLines(tag, String(one))),
  )
  return [`TY  - ${String(TY)}`, ...lines, 'ER  - ', ''].map((line) => `${line}\r\n`).join('')
}

function fieldLines(tag: string, value: string): readonly string[] {
  const range = tag === 'SP' ? /^(\w+)-(\w+)$/.exec(value) : null
  if (range === null) return [`${tag}  - ${value}`]
  return [`SP  - ${String(range[1])}`, `EP  - ${String(range[2])}`]
}
