import { plainForm, type PlainForm } from './plain-form'

/** A quote as it is authored. */
export interface Quote {
  readonly quote: string
  /** Words right before it, where the quote alone is not unique. */
  readonly prefix?: string | undefined
  /** Words right after it. */
  readonly suffix?: string | undefined
}

/** A place in a document: the number of a text block, and a range of UTF-16 units in its text. */
export interface Place {
  readonly block: number
  readonly start: number
  readonly end: number
}

/** Every place at which a quote occurs in the text blocks of a document, overlapping ones too. */
export function findQuote({ quote, prefix = '', suffix = '' }: Quote, blocks: readonly PlainForm[]): Place[] {
  const [words, before, after] = [quote, prefix, suffix].map((text) => plainForm(text).text.trim())
  if (!words) return []
  return blocks.flatMap((block, number) =>
    occurrences(block.text, words)
      .filter((start) =>
        block.text
          .slice(0, start)
          .trimEnd()
          .endsWith(before ?? ''),
      )
      .filter((start) =>
        block.text
          .slice(start + words.length)
          .trimStart()
          .startsWith(after ?? ''),
      )
      .map((start) => ({ block: number, ...block.original(start, start + words.length) })),
  )
}

/** True when the words run on from one block into the next, where a passage cannot follow them. */
export const spansBlocks = ({ quote }: Quote, blocks: readonly PlainForm[]): boolean =>
  findQuote({ quote }, [plainForm(blocks.map(({ text }) => text).join(' '))]).length > 0

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}
