import type { EntryReader } from '../../bundle'

/** Files up to this size are cheap to read again. In bytes. */
const small = 1024 * 1024

/** How long after the last question a file is let go, in milliseconds. */
const heldFor = 30_000

/**
 * Keeps in memory the large file that is being read in parts: its hash can only be checked over the whole, and a PDF is
 * asked for in hundreds of parts. One file at a time, and none once nobody has asked for a while.
 */
export class HeldFile {
  private held: {
    readonly entries: EntryReader
    readonly path: string
    readonly bytes: Promise<Uint8Array>
  } | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  /** The checked bytes of a file, for reading only. What fails is not kept. */
  read(entries: EntryReader, path: string): Promise<Uint8Array> {
    this.keepAwhile()
    if (this.held?.entries === entries && this.held.path === path) return this.held.bytes
    const bytes = entries.read(path)
    const mine = { entries, path, bytes }
    this.held = mine
    bytes.then(
      ({ length }) => length <= small && this.letGo(mine),
      () => this.letGo(mine),
    )
    return bytes
  }

  private letGo(one: object): void {
    if (this.held === one) this.held = null
  }

  private keepAwhile(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => (this.held = null), heldFor)
    this.timer.unref()
  }
}
