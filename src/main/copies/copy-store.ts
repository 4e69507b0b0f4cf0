import { mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { sha256 } from '../../library'
import { FailureError } from '../../shared/failure'
import { copyHashSchema } from './copy-list'

/** Where a PDF says that it is one: within its first bytes (ISO 32000-2, 7.5.2, and what readers accept). */
const headerWithin = 1024

/** The files of the reader's own copies, in the user-data folder, each under the SHA-256 of its bytes. */
export class CopyStore {
  constructor(private readonly folder: string) {}

  /**
   * Keeps the bytes of a PDF, written whole or not at all. Returns their hash. Bytes that are there already are written
   * again, in case they were damaged.
   *
   * @throws FailureError `NOT_A_PDF`, or `COPY_NOT_KEPT` when the disk is full or cannot be written
   */
  async add(name: string, bytes: Uint8Array): Promise<string> {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerWithin))
    if (!head.includes('%PDF-')) throw new FailureError({ code: 'NOT_A_PDF', at: name })
    const hash = await sha256(bytes)
    try {
      await mkdir(this.folder, { recursive: true })
      await writeFileAtomic(this.path(hash), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    } catch (error) {
      throw new FailureError({ code: 'COPY_NOT_KEPT', at: name, detail: String(error) })
    }
    return hash
  }

  /** Whether a copy is still there, in its full size. */
  async has(hash: string, bytes: number): Promise<boolean> {
    return stat(this.path(hash)).then(
      (found) => found.isFile() && found.size === bytes,
      () => false,
    )
  }

  /** Opens a copy for reading; null when it is not there. The caller closes it. */
  async open(hash: string): Promise<FileHandle | null> {
    if (!copyHashSchema.safeParse(hash).success) return null
    return open(this.path(hash), 'r').catch(() => null)
  }

  /** Removes a copy; one that has gone already is no failure. */
  async remove(hash: string): Promise<void> {
    await rm(this.path(hash), { force: true })
  }

  private path(hash: string): string {
    return join(this.folder, `${copyHashSchema.parse(hash)}.pdf`)
  }
}
