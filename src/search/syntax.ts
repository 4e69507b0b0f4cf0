import { fold } from './fold'

/** The words before a colon that narrow a search down, and the facet that each is of. */
export const fieldWords = {
  in: 'kind',
  kind: 'kind',
  certainty: 'certainty',
  direction: 'direction',
  design: 'design',
  condition: 'condition',
  outcome: 'outcome',
  bundle: 'bundle',
} as const
/** See {@link fieldWords}. */
export type FieldWord = keyof typeof fieldWords

/** A field word of a query with what follows its colon. */
export interface Narrowing {
  readonly field: FieldWord
  /** As typed, without quotes; empty while nothing is. */
  readonly value: string
  readonly start: number
  readonly end: number
}

/** What a query says beside its words. */
export interface Syntax {
  /** The query with all of this blanked out, as long as it was, so that places in it stay what they are. */
  readonly plain: string
  /** What stands in quotes; its words are in `plain` too. The last may still be open. */
  readonly phrases: readonly { readonly text: string; readonly isOpen: boolean }[]
  /** What must not stand in a row: words, and phrases. */
  readonly without: readonly { readonly text: string; readonly isPhrase: boolean }[]
  readonly narrowings: readonly Narrowing[]
}

const quotes = '"“”„«»＂'
const quoted = String.raw`[${quotes}]([^${quotes}]*)([${quotes}]|$)`
const names = Object.keys(fieldWords).join('|')
/**
 * A field word with its value, or at the end without one yet (before other words it is a heading: "Outcome: pain"); a
 * minus before a word or a quote (not before a number: −2 points); a quote.
 */
const part = new RegExp(
  String.raw`(?<=^|\s)(${names}):(?:${quoted}|(\S+)|(?=\s*$))|(?<=^|\s)[-−](?:${quoted}|(\p{L}\S*))|${quoted}`,
  'giu',
)

/** Nobody types more words than this. They were pasted, and a hyphen before one of them is a dash. */
const mostTyped = 32

/** Reads quotes, `-without` and field words out of a query. Whatever it does not know stays as words. */
export function readSyntax(text: string): Syntax {
  const phrases: { text: string; isOpen: boolean }[] = []
  const without: { text: string; isPhrase: boolean }[] = []
  const narrowings: Narrowing[] = []
  const isPasted = text.trim().split(/\s+/, mostTyped + 1).length > mostTyped
  const plain = text.replace(part, (whole: string, ...found: unknown[]) => {
    const groups = found.slice(0, 9).map((each) => (typeof each === 'string' ? each : undefined))
    const [field, fieldPhrase, , fieldValue, notPhrase, , notWord, phrase, close] = groups
    const start = Number(found.find((each) => typeof each === 'number'))
    const blank = ' '.repeat(whole.length)
    if (field !== undefined) {
      const value = (fieldPhrase ?? fieldValue ?? '').trim()
      narrowings.push({ field: fold(field) as FieldWord, value, start, end: start + whole.length })
      return blank
    }
    if (notPhrase !== undefined || notWord !== undefined) {
      if (isPasted) return ` ${whole.slice(1)}`
      const unwanted = (notPhrase ?? notWord ?? '').trim()
      if (unwanted !== '') without.push({ text: unwanted, isPhrase: notPhrase !== undefined })
      return blank
    }
    const isOpen = close === ''
    if (phrase !== undefined && phrase.trim() !== '') phrases.push({ text: phrase, isOpen })
    return isOpen ? ` ${whole.slice(1)}` : ` ${whole.slice(1, -1)} `
  })
  return { plain, phrases, without, narrowings }
}
