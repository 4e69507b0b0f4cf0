/** Whatever can hand out the files of a bundle: an archive, a folder, or a Map in a test. */
export interface EntryReader {
  /** The names of all files, with `/` between folders. */
  readonly paths: ReadonlySet<string>
  /**
   * The bytes of one file.
   *
   * @throws FlawError with `MISSING_ENTRY`, `DAMAGED`, `TOO_LARGE` or `WRONG_HASH`
   */
  read(path: string): Promise<Uint8Array>
}
