/*
 * A search shard is one file, read in place. Numbers are little-endian, as on every machine that Electron runs on.
 *
 *   0   8 bytes  the letters `LECTSHRD`
 *   8   u32      the form of the file: 2
 *   12  u32      how many bytes of header follow
 *   16           the header: JSON, with where each section stands
 *   then         the sections, each at a multiple of 4
 */

/** The first bytes of every shard. */
export const magic = 'LECTSHRD'

/** The form of the file. A reader that does not know it cannot even rebuild the index. */
export const form = 2

/** Where the header starts. */
export const headerStart = 16

/** A header larger than this is none: it holds facets, of which there are few. */
export const largestHeader = 16 * 1024 * 1024

/** The sections, in the order in which they are written. `u32` ones are lists of numbers. */
export const sections = {
  /** For each row where its JSON starts among the rows; one more for the end of the last. */
  rowStarts: 'u32',
  /** For each row the number of its facets in the header. */
  facetsOf: 'u32',
  /** For each row the first row of the same thing: a source has many. */
  things: 'u32',
  /** For each row and each field, how many different terms it has. */
  lengths: 'u32',
  /** For each sixteen terms where they start in the dictionary; one more for its end. */
  blockStarts: 'u32',
  /** For each term where its postings start; one more for the end of the last. */
  postingStarts: 'u32',
  terms: 'bytes',
  postings: 'bytes',
  /** Each row as JSON. */
  rows: 'bytes',
} as const
/** The name of a section. */
export type SectionName = keyof typeof sections
/** All sections in their order. */
export const sectionNames = Object.keys(sections) as SectionName[]

/** The header of a shard. */
export interface ShardHeader {
  /** The rules under which the index was built; see options.ts. */
  readonly fingerprint: string
  readonly rows: number
  readonly terms: number
  /** Each combination of facets that occurs, once. */
  readonly facets: readonly unknown[]
  /** Where each section starts, counted from the first, and how long it is, in bytes. */
  readonly sections: Readonly<Record<SectionName, readonly [start: number, length: number]>>
}

/** The next multiple of four. */
export const aligned = (length: number): number => Math.ceil(length / 4) * 4
