import {
  findQuote,
  joinLines,
  nearestWords,
  plainForm,
  spansBlocks,
  type PlainForm,
  type Range,
} from '../../documents'
import type { Tell } from '../flaw-list'
import type { AuthoredPassage } from '../passages/anchor-passages'

/** How much text around a passage is kept, so that it can be found again in another copy of the document. */
const contextLength = 32

/** A passage at its place in one text of a document: a page, or the body of an HTML file. */
export interface PlacedPassage extends Range {
  readonly passage: AuthoredPassage
  /** Which text: the number of the page, or 0. */
  readonly text: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** Looks for the passages of a document in its texts, which come one at a time and are not kept. */
export class PassagePlacer {
  private readonly places = new Map<AuthoredPassage, PlacedPassage[]>()

  constructor(private readonly authored: readonly AuthoredPassage[]) {}

  /** Every place in one text, with the words there as one would type them. */
  look(form: PlainForm, text: number): readonly PlacedPassage[] {
    const found = this.authored.flatMap((passage) =>
      findQuote(passage, [form]).map(({ start, end }) => ({
        passage,
        text,
        start,
        end,
        ...words(form.source, start, end, passage.quote),
      })),
    )
    for (const place of found)
      this.places.set(place.passage, [...(this.places.get(place.passage) ?? []), place])
    return found
  }

  /**
   * The passages that stand in exactly one place and apart from each other, in reading order; the others are told.
   *
   * @param texts all texts of the document, lines joined, to say why one was not found
   */
  placed(texts: readonly NamedText[], tell: Tell): PlacedPassage[] {
    const unique = this.authored.flatMap((passage) => {
      const places = this.places.get(passage) ?? []
      if (places.length > 1) tell('QUOTE_NOT_UNIQUE', passage.line, `${passage.id}: ${places.length} times`)
      if (places.length === 0) tell('QUOTE_NOT_FOUND', passage.line, whyNotFound(passage, texts))
      return places.length === 1 ? places : []
    })
    return unique
      .sort((one, other) => one.text - other.text || one.start - other.start)
      .reduce<PlacedPassage[]>((kept, next) => {
        const last = kept.at(-1)
        if (last === undefined || last.text !== next.text || last.end <= next.start) return [...kept, next]
        tell('PASSAGES_OVERLAP', next.passage.line, `${last.passage.id} and ${next.passage.id}`)
        return kept
      }, [])
  }
}

/** A text of a document and what it is called. */
export interface NamedText {
  readonly text: string
  readonly where: string | null
}

function words(
  source: string,
  start: number,
  end: number,
  authored: string,
): Pick<PlacedPassage, 'quote' | 'prefix' | 'suffix'> {
  const before =
    source
      .slice(Math.max(0, start - contextLength), start)
      .split('\u2029')
      .at(-1) ?? ''
  const after = source.slice(end, end + contextLength).split('\u2029')[0] ?? ''
  return {
    // Whether a word broken at a line end has a hyphen is seen from how the author typed it.
    quote: joinLines(source.slice(start, end), authored),
    prefix: wholeCharacters(joinLines(before, source)),
    suffix: wholeCharacters(joinLines(after, source)),
  }
}

/** A cut text without half a surrogate pair at its ends, which could not be written as UTF-8. */
const wholeCharacters = (text: string): string =>
  text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '')

function whyNotFound(passage: AuthoredPassage, texts: readonly NamedText[]): string {
  const said = `${passage.id}: "${shortened(passage.quote)}"`
  if (texts.every(({ text }) => text.trim() === '')) return `${said}, and the document holds no text`
  const forms = texts.map(({ text }) => plainForm(text))
  if (spansBlocks(passage, forms)) return `${said} runs from one page or block into the next`
  for (const [index, form] of forms.entries()) {
    const near = nearestWords(passage.quote, form)
    if (near === null) continue
    const { start, end } = form.original(near.start, near.end)
    const { where } = texts[index] ?? { where: null }
    return `${said}; nearest${where === null ? '' : `, ${where}`}: "${shortened(form.source.slice(start, end))}"`
  }
  return said
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
