import { brokenLine, brokenWord, plainForm, type PlainForm, type Range } from './plain-form'

/** A range of a plain text that nearly holds some words. */
export interface Near extends Range {
  /** How many characters differ. */
  readonly distance: number
}

/** Of the characters of a quote, the part that may differ; below twelve characters anything would be near. */
const mayDiffer = 0.2
const shortest = 12
/** Bounds the work for a quote that a stranger wrote. */
const longest = 2_000

/** How many words of the quote are looked up, at how many places each, and how many regions are compared. */
const seeds = { words: 12, places: 200, regions: 4 }

/**
 * The one place of a text whose characters are nearest to those of a quote, a fifth of them changed at most; null when
 * there is none or two are as near. Words of the quote that stand in the text say where to compare, so the time does
 * not grow with the length of the text times that of the quote.
 */
export function nearestWords(quote: string, { text }: PlainForm): Near | null {
  const words = plainForm(quote).text.trim()
  if (words.length < shortest || words.length > longest) return null
  const most = Math.floor(words.length * mayDiffer)
  const found = regions(words, text)
    .map(({ start, end }) => nearestIn(words, text, start, end))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance || one.start - other.start)
  const [best] = found
  if (best === undefined) return null
  const equals = found.filter(({ distance }) => distance === best.distance)
  if (equals.some(({ start, isTied }) => isTied || start >= best.end)) return null
  return { start: best.start, end: best.end, distance: best.distance }
}

/** The stretches of a text in which most of the longer words of a quote stand about where they should. */
function regions(words: string, text: string): Range[] {
  const votes = new Map<number, number>()
  const width = Math.max(64, words.length)
  const longWords = [...words.matchAll(/[\p{L}\p{N}]{4,}/gu)]
    .sort((one, other) => other[0].length - one[0].length)
    .slice(0, seeds.words)
  for (const { 0: word, index } of longWords) {
    let at = text.indexOf(word)
    for (let seen = 0; at !== -1 && seen < seeds.places; seen++, at = text.indexOf(word, at + 1)) {
      const region = Math.floor(Math.max(0, at - index) / width)
      votes.set(region, (votes.get(region) ?? 0) + 1)
    }
  }
  return [...votes]
    .sort(([, one], [, other]) => other - one)
    .slice(0, seeds.regions)
    .map(([region]) => ({
      start: Math.max(0, (region - 1) * width),
      end: Math.min(text.length, (region + 3) * width),
    }))
}

interface Cell {
  readonly cost: number
  /** Where in the text the match that leads here begins. */
  readonly start: number
}

/** The nearest range in a stretch of a text: P. H. Sellers' alignment, which may begin and end anywhere in it. */
function nearestIn(
  words: string,
  text: string,
  from: number,
  to: number,
): Near & { readonly isTied: boolean } {
  let column: Cell[] = Array.from({ length: words.length + 1 }, (_, cost) => ({ cost, start: from }))
  let best: Near = { start: from, end: from, distance: words.length }
  let isTied = false
  for (let at = from; at < to; at++) {
    const there = text.charAt(at)
    const skip = there === brokenWord || there === brokenLine ? 0 : 1
    let above: Cell = { cost: 0, start: at + 1 }
    let diagonal = column[0] ?? above
    const next: Cell[] = [above]
    for (let read = 1; read <= words.length; read++) {
      const left = column[read] ?? above
      const changed = diagonal.cost + (words.charAt(read - 1) === there ? 0 : 1)
      const cost = Math.min(changed, left.cost + skip, above.cost + 1)
      const start =
        cost === changed
          ? read === 1
            ? at
            : diagonal.start
          : cost === left.cost + skip
            ? left.start
            : above.start
      above = { cost, start }
      next.push(above)
      diagonal = left
    }
    column = next
    if (above.cost < best.distance) {
      best = { start: above.start, end: at + 1, distance: above.cost }
      isTied = false
    } else if (above.cost === best.distance && above.start >= best.end) isTied = true
  }
  return { ...best, isTied }
}
