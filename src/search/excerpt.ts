/** A place in a text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of text, marked or not. Joined, the segments are the text. */
export interface Segment {
  readonly text: string
  readonly marked: boolean
}

/** A place that is marked, and what for. */
export interface Mark extends Span {
  readonly term: string
}

/** How long an excerpt is, about: two lines. */
const excerptLength = 160

/** Marks beyond these are not looked at when the best place is sought. */
const mostMarks = 2_000

/** Joins places that overlap. */
export function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    } else joined.push({ start, end })
  }
  return joined
}

/** Cuts a text into marked and unmarked segments. */
export function segments(text: string, marks: readonly Span[], from = 0, to = text.length): Segment[] {
  const cut: Segment[] = []
  const add = (start: number, end: number, marked: boolean): void => {
    if (end > start) cut.push({ text: text.slice(start, end), marked })
  }
  let at = from
  for (const { start, end } of merged(marks)) {
    if (end <= at || start >= to) continue
    add(at, Math.max(start, at), false)
    add(Math.max(start, at), Math.min(end, to), true)
    at = Math.min(end, to)
  }
  add(at, to, false)
  return cut
}

/**
 * The part of a text in which most of what was asked for stands together, cut between words, with an ellipsis where
 * text was left out. Without marks, its beginning.
 */
export function excerpt(text: string, marks: readonly Mark[]): Segment[] {
  const { start, end } = windowOf(text, marks)
  const cut = segments(text, marks, start, end).map(({ text: each, marked }) => ({
    text: each.replace(/\s+/g, ' '),
    marked,
  }))
  if (start > 0) cut.unshift({ text: '…', marked: false })
  if (end < text.length) cut.push({ text: '…', marked: false })
  return cut
}

function windowOf(text: string, marks: readonly Mark[]): Span {
  if (text.length <= excerptLength) return { start: 0, end: text.length }
  const densest = densestOf(marks.slice(0, mostMarks).toSorted((a, b) => a.start - b.start))
  const room = Math.max(0, excerptLength - (densest.end - densest.start))
  // A third of the room before, two thirds after: what follows a word explains it more often than what precedes it.
  const wanted = Math.max(0, Math.min(densest.start - Math.floor(room / 3), text.length - excerptLength))
  const start = startNear(text, wanted, densest.start)
  const end = endNear(text, Math.min(text.length, start + excerptLength), densest.end)
  return { start, end }
}

/** The window with the most different terms in it, and of such the one with the most marks, and of such the first. */
function densestOf(marks: readonly Mark[]): Span {
  let best = { start: 0, end: 0, worth: 0 }
  for (const [index, { start, end }] of marks.entries()) {
    const seen = new Set<string>()
    let window = { start, end, worth: 0 }
    for (let next = index; next < marks.length; next++) {
      const mark = marks[next]
      if (mark === undefined || (mark.end - start > excerptLength && next > index)) break
      const isNew = !seen.has(mark.term)
      seen.add(mark.term)
      window = { start, end: Math.max(window.end, mark.end), worth: window.worth + (isNew ? 100 : 1) }
    }
    if (window.worth > best.worth) best = window
  }
  return { start: best.start, end: Math.min(best.end, best.start + excerptLength) }
}

/** The first beginning of a word from a place on, or, where there are no spaces, of a letter. */
function startNear(text: string, wanted: number, latest: number): number {
  if (wanted <= 0) return 0
  const space = text.slice(wanted - 1, latest + 1).search(/\s\S/)
  return space >= 0 ? wanted + space : letterAt(text, wanted)
}

/** The last end of a word up to a place, or, where there are no spaces, of a letter. */
function endNear(text: string, wanted: number, earliest: number): number {
  if (wanted >= text.length) return text.length
  const last = /\S(?=\s\S*$)/.exec(text.slice(earliest, wanted + 1))
  return last === null ? letterAt(text, wanted) : earliest + last.index + 1
}

/** Steps back from the middle of a letter: a surrogate pair, or a letter with its marks. */
function letterAt(text: string, at: number): number {
  let place = at
  while (place > 0 && /^[\udc00-\udfff\p{M}\u200d]/u.test(text.slice(place, place + 1))) place--
  return place
}
