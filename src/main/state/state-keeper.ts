import type { Failure } from '../../shared/failure'
import type { State } from './state'

/** How long changes are gathered before they are written, in milliseconds. */
const pause = 400

/**
 * Holds the state while the app runs and writes it a moment after the last change. When the folder cannot be written
 * it says so once and goes on in memory.
 */
export class StateKeeper {
  private timer: NodeJS.Timeout | null = null
  private told = false
  private underWay = 0
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private state: State,
    private readonly save: (state: State) => Promise<void>,
    private readonly tell: (failure: Failure) => void,
  ) {}

  /** The state now. */
  get current(): State {
    return this.state
  }

  /** True while a change waits to be written or is being written. */
  get pending(): boolean {
    return this.timer !== null || this.underWay > 0
  }

  /** Changes the state and has it written soon. */
  change(next: (state: State) => State): State {
    this.state = next(this.state)
    this.timer ??= setTimeout(() => void this.flush(), pause)
    return this.state
  }

  /** Writes what is not yet written. Never rejects. */
  async flush(): Promise<void> {
    if (this.timer === null) return this.writing
    clearTimeout(this.timer)
    this.timer = null
    const state = this.state
    this.underWay++
    this.writing = this.writing
      .then(() => this.save(state))
      .catch((error: unknown) => this.fail(error))
      .finally(() => this.underWay--)
    return this.writing
  }

  private fail(error: unknown): void {
    if (this.told) return
    this.told = true
    this.tell({ code: 'STATE_READ_ONLY', detail: error instanceof Error ? error.message : String(error) })
  }
}
