import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { largestCopy } from '../../shared/contract'
import { FailureError } from '../../shared/failure'

/** Where a PDF says that it is one: within its first bytes (ISO 32000-2, 7.5.2, and what readers accept). */
const headerWithin = 1024

/** How a copy that is still arriving is named; what is left of one after a run that was killed is swept away. */
export const incomingName = /^incoming-[0-9a-f-]{36}$/

/** What has arrived of a copy, hashed on the way: a scanned book never stands in memory. */
export class IncomingCopy {
  private readonly hash = createHash('sha256')
  private head = Buffer.alloc(0)
  private size = 0

  private constructor(
    private readonly name: string,
    private readonly path: string,
    private readonly pathOf: (sha256: string) => string,
    private readonly handle: FileHandle,
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
    const path = join(folder, `incoming-${randomUUID()}`)
    try {
      await mkdir(folder, { recursive: true })
      return new IncomingCopy(name, path, pathOf, await open(path, 'wx'))
    } catch (error) {
      throw notKept(name, error)
    }
  }

  /**
   * Takes the next bytes. What fails is let go of.
   *
   * @throws FailureError `COPY_TOO_LARGE`, or `COPY_NOT_KEPT` when the disk is full
   */
  async add(bytes: Uint8Array): Promise<void> {
    this.size += bytes.length
    if (this.size > largestCopy) {
      await this.drop()
      throw new FailureError({ code: 'COPY_TOO_LARGE', at: this.name })
    }
    if (this.head.length < headerWithin)
      this.head = Buffer.concat([this.head, bytes.subarray(0, headerWithin - this.head.length)])
    this.hash.update(bytes)
    await this.orDrop(() => this.handle.writeFile(bytes))
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
    await this.orDrop(async () => {
      await this.handle.sync()
      await this.handle.close()
      await rename(this.path, this.pathOf(sha256))
    })
    return { sha256, bytes: this.size }
  }

  /** Lets go of what has arrived. */
  async drop(): Promise<void> {
    await this.handle.close().catch(() => undefined) // closed already
    await rm(this.path, { force: true }).catch(() => undefined) // swept away at the next start
  }

  private async orDrop(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      await this.drop()
      throw notKept(this.name, error)
    }
  }
}

const notKept = (name: string, error: unknown): FailureError =>
  new FailureError({ code: 'COPY_NOT_KEPT', at: name, detail: String(error) })
