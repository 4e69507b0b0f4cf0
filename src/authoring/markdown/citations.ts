/** One source of a citation, its id not yet known to exist. */
export interface Mention {
  readonly source: string
  readonly locator?: string
}

/** A stretch of a text with where it begins. */
export type CitedText =
  | { readonly is: 'text'; readonly value: string; readonly start: number }
  | { readonly is: 'citation'; readonly mentions: readonly Mention[]; readonly start: number }
  /** Meant as a citation, but not in a form we read. */
  | { readonly is: 'unreadable'; readonly value: string; readonly start: number }

/** Brackets that Pandoc would take for a citation: an `@key` at their begin or after a space, `;` or `-`. */
const meant = /\[(?:[^[\]]*[\s;-])?@[A-Za-z0-9{][^[\]]*(?:\]|$)/g

/** `@id` or `@id, locator`. */
const mention = /^@([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?:,\s*(\S[^]*))?$/

/**
 * Finds the citations of a text. The forms are the plain ones of Pandoc, `[@id]`, `[@id, p. 3]` and `[@one; @two]`
 * (https://pandoc.org/MANUAL.html#citations); words before the key and `-@key` mean things that we do not print.
 */
export function splitCitations(text: string): CitedText[] {
  const parts: CitedText[] = []
  let done = 0
  for (const match of text.matchAll(meant)) {
    const start = match.index
    if (start > done) parts.push({ is: 'text', value: text.slice(done, start), start: done })
    const mentions = mentionsIn(match[0])
    parts.push(
      mentions === null ? { is: 'unreadable', value: match[0], start } : { is: 'citation', mentions, start },
    )
    done = start + match[0].length
  }
  if (done < text.length) parts.push({ is: 'text', value: text.slice(done), start: done })
  return parts
}

function mentionsIn(bracketed: string): Mention[] | null {
  if (!bracketed.endsWith(']')) return null
  const mentions = bracketed
    .slice(1, -1)
    .split(';')
    .map((item) => readMention(item.trim()))
  return mentions.every((item) => item !== null) ? mentions : null
}

function readMention(item: string): Mention | null {
  const [, source, locator] = mention.exec(item) ?? []
  if (source === undefined) return null
  return locator === undefined ? { source } : { source, locator: locator.replace(/\s+/g, ' ') }
}

/** The key of a citation without brackets, `@id found that…`, which Pandoc reads and we do not. */
export const bareKeys = (text: string): { source: string; start: number }[] =>
  [...text.matchAll(/(?<![^\s(])@([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/g)].map((match) => ({
    source: match[1] ?? '',
    start: match.index,
  }))
