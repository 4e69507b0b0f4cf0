/** A selection longer than this is searched by its beginning, in UTF-16 units. */
const longest = 200

/** What the reader has selected in the page or in a document in it, as one line; empty when there is nothing. */
export function selectedText(): string {
  const page = document.getElementById('page')
  if (page === null) return ''
  const own = window.getSelection()
  const inPage =
    own !== null && own.anchorNode !== null && page.contains(own.anchorNode) ? own.toString() : ''
  const inFrames = [...page.querySelectorAll('iframe')].map(
    (frame) => frame.contentDocument?.getSelection()?.toString() ?? '',
  )
  const text = [inPage, ...inFrames].map(asQuery).find((one) => one !== '')
  return text ?? ''
}

/** Words as a query: one line, cut between words, and nothing in it that a query would read as more than a word. */
export function asQuery(selected: string): string {
  const line = selected
    .replace(/["“”„«»＂]/gu, ' ')
    .replace(/(?<=^|\s)[-−](?=\p{L})/gu, '')
    .replace(/(?<=^|\s)(\p{L}+):(?=\S)/gu, '$1 ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= longest ? line : line.slice(0, longest).replace(/\s+\S*$/, '')
}
