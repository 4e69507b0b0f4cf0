import type { ByteWriter } from './bytes'

/*
 * Which rows hold a term, and how often in each field. First the number of rows; then for each row, in rising order, a
 * varint: four times its distance from the row before (the first counts from -1), plus
 *   0  once in the text, and nowhere else: most of them
 *   1  in the text only; how often follows
 *   2  once in the title, and nowhere else
 *   3  anything else; three counts follow, in the order of the fields.
 */

/** How often a term stands in each field of a row: title, other names, text. */
export interface Posting {
  readonly row: number
  readonly title: number
  readonly also: number
  readonly text: number
}

/** Writes the postings of one term; their rows rise. */
export function writePostings(postings: readonly Posting[], into: ByteWriter): void {
  into.varint(postings.length)
  let before = -1
  for (const { row, title, also, text } of postings) {
    const distance = (row - before) * 4
    before = row
    if (also === 0 && title === 0) {
      into.varint(text === 1 ? distance : distance + 1)
      if (text !== 1) into.varint(text)
    } else if (also === 0 && text === 0 && title === 1) into.varint(distance + 2)
    else {
      into.varint(distance + 3)
      into.varint(title)
      into.varint(also)
      into.varint(text)
    }
  }
}

/**
 * Walks the postings of one term. Whatever the bytes are, the rows it names rise and are below `rowCount`, so there are
 * never more than that.
 */
export class PostingReader {
  row = -1
  title = 0
  also = 0
  text = 0
  /** In how many rows the term stands, as the list says of itself. */
  readonly count: number

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly end: number,
    private readonly rowCount: number,
  ) {
    this.count = Math.min(this.varint(), rowCount)
  }

  /** Goes on to the next row; false after the last. */
  next(): boolean {
    if (this.at >= this.end) return false
    const code = this.varint()
    this.row += code >>> 2
    // A distance of nothing would name a row twice.
    if (code < 4 || this.row >= this.rowCount) return this.stop()
    this.title = this.also = 0
    this.text = 1
    const form = code & 3
    if (form === 0) return true
    if (form === 1) this.text = this.varint()
    else if (form === 2) {
      this.title = 1
      this.text = 0
    } else {
      this.title = this.varint()
      this.also = this.varint()
      this.text = this.varint()
    }
    return true
  }

  private stop(): false {
    this.at = this.end
    return false
  }

  /** Not with a VarintReader: this is the innermost loop of a search. */
  private varint(): number {
    let value = 0
    for (let shift = 0; shift < 35 && this.at < this.end; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
    this.at = this.end
    return 0
  }
}
