import type { Segment, Span } from '../../search'

/** Cuts a text into marked and unmarked segments; the spans are in order and apart, as `marksIn` gives them. */
export function segmentsOf(text: string, spans: readonly Span[]): readonly Segment[] {
  let at = 0
  const cut = spans.flatMap(({ start, end }) => {
    const before = { text: text.slice(at, start), marked: false }
    at = end
    return [before, { text: text.slice(start, end), marked: true }]
  })
  return [...cut, { text: text.slice(at), marked: false }].filter((segment) => segment.text !== '')
}
