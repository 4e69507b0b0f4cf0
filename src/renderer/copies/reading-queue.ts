import type { CopyText, OwnCopy } from '../../shared/contract'
import type { CopyReading, ReadText } from './read-copy'

/** A copy whose text is being read, and how far that is. */
export interface Progress {
  readonly copy: OwnCopy
  /** The page that is read, counted from 1; 0 while the file is being opened. */
  readonly page: number
  readonly of: number
}

/** What a queue works with; a test hands in its own. */
export interface ReadingWork {
  readonly read: (
    copy: OwnCopy,
    told: (page: number, of: number) => void,
    signal: AbortSignal,
  ) => Promise<CopyReading>
  /** Has an index kept. False when it could not be, of which the reader has been told. */
  readonly keep: (copy: OwnCopy, read: ReadText) => Promise<boolean>
  /** Has it noted what has become of a text. */
  readonly note: (copy: OwnCopy, text: Exclude<CopyText, 'read'>) => Promise<void>
  /** Something of `progress` or `waiting` is another now. */
  readonly changed: () => void
  /** A copy was read to its end, or it was found why it cannot be. What was stopped or removed is not told. */
  readonly ended: (copy: OwnCopy, reading: CopyReading) => void
}

/**
 * Reads copies one after the other. Which are to be read is said as a whole, as often as it changes: one that is no longer
 * named was removed or replaced, and its reading ends without a word.
 */
export class ReadingQueue {
  private queue: OwnCopy[] = []
  private current: (Progress & { readonly abort: AbortController }) | null = null
  /** Copies that were tried and came to nothing that could be noted; until they are asked for they are left alone. */
  private readonly spent = new Set<string>()

  constructor(private readonly work: ReadingWork) {}

  get progress(): Progress | null {
    return this.current
  }

  /** The copies that wait, the next one first; not the one that is being read. */
  get waiting(): readonly OwnCopy[] {
    return this.queue
  }

  /** Says which copies are to be read. One file that several sources have is read once. */
  set(copies: readonly OwnCopy[]): void {
    const wanted = new Map(copies.map((copy) => [copy.sha256, copy] as const))
    const now = this.current
    if (now !== null && !wanted.has(now.copy.sha256)) this.end()
    this.queue = [...wanted.values()].filter(
      ({ sha256 }) => sha256 !== this.current?.copy.sha256 && !this.spent.has(sha256),
    )
    this.work.changed()
    this.next()
  }

  /** Stops the reading of a copy, under way or not begun; it stays attached. */
  async stop(copy: OwnCopy): Promise<void> {
    if (this.current?.copy.sha256 === copy.sha256) this.end()
    this.queue = this.queue.filter(({ sha256 }) => sha256 !== copy.sha256)
    this.work.changed()
    await this.work.note(copy, 'stopped')
    this.next()
  }

  /** Forgets that a copy was tried before. */
  retry(sha256: string): void {
    this.spent.delete(sha256)
  }

  private end(): void {
    this.current?.abort.abort()
    this.current = null
  }

  private next(): void {
    if (this.current !== null) return
    const copy = this.queue.shift()
    if (copy === undefined) return
    const abort = new AbortController()
    this.current = { copy, page: 0, of: 0, abort }
    this.work.changed()
    void this.run(copy, abort)
  }

  private async run(copy: OwnCopy, abort: AbortController): Promise<void> {
    const told = (page: number, of: number): void => {
      if (abort.signal.aborted) return
      this.current = { copy, page, of, abort }
      this.work.changed()
    }
    const reading = await this.work
      .read(copy, told, abort.signal)
      .catch((): CopyReading => ({ is: 'unreadable' })) // noted below, where the reader sees it
    if (abort.signal.aborted) return
    this.spent.add(copy.sha256)
    if (reading.is === 'read') {
      if (!(await this.work.keep(copy, reading))) await this.work.note(copy, 'stopped')
    } else if (reading.is !== 'gone') await this.work.note(copy, reading.is)
    if (abort.signal.aborted) return
    this.current = null
    this.work.changed()
    this.work.ended(copy, reading)
    this.next()
  }
}
