/**
 * What a bundle may cost to read. Strangers send bundles, so nothing in one decides how much memory or time it takes.
 * Well above what a library of 10,000 documents needs.
 */
export interface Limits {
  /** Files in the bundle. */
  readonly entries: number
  /** Bytes of one file when unpacked. */
  readonly entryBytes: number
  /** How many times larger than its packed form a file may be. Text packs 3 to 20 times smaller. */
  readonly ratio: number
  /** Files up to this size are exempt from `ratio`: small ones of zeros or spaces are harmless. */
  readonly ratioFrom: number
  /** Bytes of each list that opening reads whole: the archive's, the manifests, the table of contents. */
  readonly directoryBytes: number
}

/** See {@link Limits}. */
export const limits: Limits = {
  entries: 200_000,
  entryBytes: 512 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 1024 * 1024,
  directoryBytes: 64 * 1024 * 1024,
}
