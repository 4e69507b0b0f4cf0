/** Whatever can hand out the texts of an authoring folder: a folder on disk, or a Map in a test. */
export interface AuthoringFolder {
  /** The names of all files, with `/` between folders, relative to the folder. */
  readonly paths: ReadonlySet<string>
  /**
   * The text of one file.
   *
   * @throws FlawError with `CANNOT_READ`, `NOT_TEXT` or `TOO_LARGE`
   */
  read(path: string): Promise<string>
  /**
   * The bytes of one file, for those that are no text.
   *
   * @throws FlawError with `CANNOT_READ` or `TOO_LARGE`
   */
  readBytes(path: string): Promise<Uint8Array>
}
