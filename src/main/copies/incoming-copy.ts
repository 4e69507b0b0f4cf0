import { createHash } from 'node:crypto'
import { largestCopy } from '../../shared/contract'
import { FailureError } from '../../shared/failure'
import { IncomingFile } from './incoming-file'

/** Where a PDF says that it is one: within its first bytes (ISO 32000-2, 7.5.2, and what readers accept). */
const headerWithin = 1024

/** What has arrived of a copy, hashed on the way: a scanned book never stands in memory. */
export class IncomingCopy {
  private readonly hash = createHash('sha256')
  private head = Buffer.alloc(0)

  private constructor(
    private readonly name: string,
    private readonly pathOf: (sha256: string) => string,
    private readonly file: IncomingFile,
  ) {}

  /**
   * Makes room for a copy in a folder.
   *
   * @param pathOf where a copy with this hash is kept, in the same folder
   * @throws FailureError `COPY_NOT_KEPT` when that cannot be written
   */
  static async begin(
    folder: string,
    name: string,
    pathOf: (sha256: string) => string,
  ): Promise<IncomingCopy> {
    return new IncomingCopy(name, pathOf, await keeping(name, IncomingFile.begin(folder)))
  }

  /**
   * Takes the next bytes. What fails is let go of.
   *
   * @throws FailureError `COPY_TOO_LARGE`, or `COPY_NOT_KEPT` when the disk is full
   */
  async add(bytes: Uint8Array): Promise<void> {
    if (this.file.size + bytes.length > largestCopy) {
      await this.drop()
      throw new FailureError({ code: 'COPY_TOO_LARGE', at: this.name })
    }
    if (this.head.length < headerWithin)
      this.head = Buffer.concat([this.head, bytes.subarray(0, headerWithin - this.head.length)])
    this.hash.update(bytes)
    await keeping(this.name, this.file.add(bytes))
  }

  /**
   * Keeps what has arrived under its hash, whole or not at all; bytes that are there already are written again, in case
   * they were damaged. Returns their hash and how many there are.
   *
   * @throws FailureError `NOT_A_PDF`, or `COPY_NOT_KEPT` when the disk is full
   */
  async keep(): Promise<{ readonly sha256: string; readonly bytes: number }> {
    if (!this.head.includes('%PDF-')) {
      await this.drop()
      throw new FailureError({ code: 'NOT_A_PDF', at: this.name })
    }
    const sha256 = this.hash.digest('hex')
    await keeping(this.name, this.file.keepAs(this.pathOf(sha256)))
    return { sha256, bytes: this.file.size }
  }

  /** Lets go of what has arrived. */
  drop(): Promise<void> {
    return this.file.drop()
  }
}

const keeping = <Result>(name: string, work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    throw new FailureError({ code: 'COPY_NOT_KEPT', at: name, detail: String(error) })
  })
