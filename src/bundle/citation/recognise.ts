import type { CslRecord } from '../csl'
import type { SourceId } from '../ids'

/** What is known of a document: its words as far as they were read, and the title that the file gives itself. */
export interface Glimpse {
  readonly text: string
  readonly title: string | null
}

/** The record that a document is of, and how that was seen. */
export interface Recognised {
  readonly id: SourceId
  readonly by: 'DOI' | 'title'
}

/** A DOI in running text: up to a space or what closes a bracket or a quotation around it. */
const dois = /10\.\d{4,9}\/[^\s"<>|{}“”]+/g

/** Titles shorter than this, in letters and digits, stand in other papers too. */
const shortestTitle = 24

/**
 * Which of the records a document is of, by its first pages: the first DOI of a record in it, as a paper names itself before
 * it names others; else the longest title of a record in it. Null when neither is there.
 */
export function recognise({ text, title }: Glimpse, records: readonly CslRecord[]): Recognised | null {
  return byDoi(text, records) ?? byTitle(`${title ?? ''}\n${text}`, records)
}

function byDoi(text: string, records: readonly CslRecord[]): Recognised | null {
  const known = new Map(
    records.flatMap(({ DOI, id }) => (DOI === undefined ? [] : [[DOI.toLowerCase(), id] as const])),
  )
  for (const [found] of text.toLowerCase().matchAll(dois)) {
    // A full stop or bracket after it may belong to the sentence, or to the DOI.
    for (let doi = found; /\//.test(doi); doi = doi.replace(/.$/u, '')) {
      const id = known.get(doi)
      if (id !== undefined) return { id, by: 'DOI' }
      if (!/[^a-z0-9]$/.test(doi)) break
    }
  }
  return null
}

function byTitle(text: string, records: readonly CslRecord[]): Recognised | null {
  const folded = fold(text)
  let best: { readonly id: SourceId; readonly length: number } | null = null
  for (const { id, title } of records) {
    const wanted = fold(title ?? '')
    if (wanted.length < shortestTitle || wanted.length <= (best?.length ?? 0)) continue
    if (folded.includes(wanted)) best = { id, length: wanted.length }
  }
  return best === null ? null : { id: best.id, by: 'title' }
}

/** Letters and digits alone: line breaks, hyphens at their end, dashes, ligatures and capitals do not count. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
