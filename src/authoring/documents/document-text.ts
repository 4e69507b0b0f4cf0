import type { Passage, SourceFile } from '../../bundle'

/** A stretch of a document that is found as one: the words of a passage, or what stands between passages. */
export interface DocumentPart {
  readonly text: string
  /** Where it stands, for the reader: `p. 3`, or the heading above it. */
  readonly where: string | null
  /** The query that leads to it: `page=3`, counted from 1, or `at=120`, in UTF-16 units. */
  readonly query: string
  /** The passage that it is, if it is one. */
  readonly passage: string | null
}

/** What was read from the file of a source. */
export interface DocumentText {
  readonly file: Pick<SourceFile, 'type' | 'bytes' | 'pages'>
  readonly passages: readonly Passage[]
  readonly parts: readonly DocumentPart[]
}

/** The ranges of a text in turn, those of passages and those between them. */
export function splitAt<Range extends { readonly start: number; readonly end: number }>(
  ranges: readonly Range[],
  length: number,
): { readonly start: number; readonly end: number; readonly range: Range | null }[] {
  const sorted = [...ranges].sort((one, other) => one.start - other.start)
  const pieces = sorted.flatMap((range, index) => [
    { start: sorted[index - 1]?.end ?? 0, end: range.start, range: null },
    { start: range.start, end: range.end, range },
  ])
  return [...pieces, { start: sorted.at(-1)?.end ?? 0, end: length, range: null }]
}
