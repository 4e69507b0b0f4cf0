import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

/** How a file that is still arriving is named; what is left of one after a run that was killed is swept away. */
export const incomingName = /^incoming-[0-9a-f-]{36}$/

/** A file that arrives in parts, written beside its place and moved there whole. What fails is let go of. */
export class IncomingFile {
  private arrived = 0

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /**
   * Makes room in a folder, and the folder if need be.
   *
   * @throws the error of the file system
   */
  static async begin(folder: string): Promise<IncomingFile> {
    const path = join(folder, `incoming-${randomUUID()}`)
    await mkdir(folder, { recursive: true })
    return new IncomingFile(path, await open(path, 'wx'))
  }

  /** How many bytes have arrived. */
  get size(): number {
    return this.arrived
  }

  /**
   * Takes the next bytes.
   *
   * @throws the error of the file system, when the disk is full
   */
  async add(bytes: Uint8Array): Promise<void> {
    this.arrived += bytes.length
    await this.orDrop(() => this.handle.writeFile(bytes))
  }

  /**
   * Puts what has arrived in its place in the same folder, over what is there.
   *
   * @throws the error of the file system
   */
  async keepAs(path: string): Promise<void> {
    await this.orDrop(async () => {
      await this.handle.sync()
      await this.handle.close()
      await rename(this.path, path)
    })
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
      throw error
    }
  }
}
