/** A row may hold a whole page; a preview is read at a glance. In UTF-16 units. */
const longest = 1_200

/**
 * As much of a text as is read at a glance, cut between words: its beginning, or, where what is looked for stands
 * further on, from the sentence that it stands in.
 */
export function readAtAGlance(text: string, first: number): string {
  const start = first < (longest * 3) / 4 ? 0 : sentenceAt(text, first)
  const rest = text.slice(start)
  const cut = rest.length > longest ? `${rest.slice(0, longest).replace(/\s+\S*$/, '')}…` : rest
  return start > 0 ? `…${cut}` : cut
}

/** Sentences that are longer are cut. */
const longestSentence = 300

function sentenceAt(text: string, place: number): number {
  const from = Math.max(0, place - longestSentence)
  const before = text.slice(from, place)
  const end = /^.*[.!?]\s+/su.exec(before) ?? /^\S*\s+/u.exec(before)
  return from + (end?.[0].length ?? before.length)
}
