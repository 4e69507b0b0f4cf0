import { open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { largestCopyIndex } from '../../shared/contract'
import { copyHashSchema } from './copy-list'
import { IncomingCopy } from './incoming-copy'
import { IncomingFile, incomingName } from './incoming-file'

/** The files that are kept of a copy: the PDF itself, and the search index of its text. */
export type CopyPart = 'pdf' | 'shard'

/** The files of the reader's own copies, in the user-data folder, each under the SHA-256 of the PDF's bytes. */
export class CopyStore {
  constructor(private readonly folder: string) {}

  /**
   * Makes room for a copy that arrives in parts.
   *
   * @throws FailureError as `IncomingCopy.begin` does
   */
  begin(name: string): Promise<IncomingCopy> {
    return IncomingCopy.begin(this.folder, name, (hash) => this.path(hash, 'pdf'))
  }

  /**
   * Makes room for the search index of a copy, which arrives in parts too.
   *
   * @throws the error of the file system
   */
  beginIndex(): Promise<IncomingFile> {
    return IncomingFile.begin(this.folder)
  }

  /**
   * Keeps an index that has arrived beside its copy, whole or not at all. What is in it is looked at by who reads it.
   *
   * @throws the error of the file system
   */
  keepIndex(hash: string, index: IncomingFile): Promise<void> {
    return index.keepAs(this.path(hash, 'shard'))
  }

  /** Whether a copy is still there, in its full size. */
  async has(hash: string, bytes: number): Promise<boolean> {
    return stat(this.path(hash, 'pdf')).then(
      (found) => found.isFile() && found.size === bytes,
      () => false,
    )
  }

  /** Whether there is an index of a copy's text. */
  async hasIndex(hash: string): Promise<boolean> {
    return stat(this.path(hash, 'shard')).then(
      (found) => found.isFile() && found.size > 0 && found.size <= largestCopyIndex,
      () => false,
    )
  }

  /** Opens a copy or its index for reading; null when it is not there. The caller closes it. */
  async open(hash: string, part: CopyPart = 'pdf'): Promise<FileHandle | null> {
    if (!copyHashSchema.safeParse(hash).success) return null
    return open(this.path(hash, part), 'r').catch(() => null)
  }

  /** Removes a copy and its index; what has gone already is no failure. */
  async remove(hash: string): Promise<void> {
    // The index first: what stays behind when the disk fails half-way must not be found by a search.
    await rm(this.path(hash, 'shard'), { force: true })
    await rm(this.path(hash, 'pdf'), { force: true })
  }

  /** Removes what was half-written when an earlier run was killed. Nothing that is whole is touched. */
  async sweep(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []) // no folder yet, or none that can be read
    for (const name of names)
      if (incomingName.test(name)) await rm(join(this.folder, name), { force: true }).catch(() => undefined)
  }

  private path(hash: string, part: CopyPart): string {
    return join(this.folder, `${copyHashSchema.parse(hash)}.${part}`)
  }
}
