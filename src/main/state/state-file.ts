import { copyFile, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { Failure } from '../../shared/failure'
import { firstState, stateSchema, type State } from './state'

/** What was read at the start, and what the reader should be told about it. */
export interface Loaded {
  readonly state: State
  readonly notices: readonly Failure[]
}

/**
 * The reader's state on disk: `state.json` in the user-data folder, written whole or not at all. The last copy that
 * could be read is kept beside it; a damaged file is set aside under another name and never deleted.
 */
export class StateFile {
  private readonly file: string
  private readonly lastGood: string
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
    this.file = join(folder, 'state.json')
    this.lastGood = join(folder, 'state.last-good.json')
  }

  /** Reads the state; a missing file is a first start, a damaged one is set aside and reported. */
  async load(): Promise<Loaded> {
    const current = await this.read(this.file)
    if (current === 'missing') return { state: firstState, notices: [] }
    if (current !== 'damaged') {
      await copyFile(this.file, this.lastGood).catch(() => undefined) // read-only folder: reported when written
      return { state: current, notices: [] }
    }
    const aside = `state.damaged-${Date.now()}.json`
    const moved = await rename(this.file, join(this.folder, aside)).then(
      () => true,
      () => false,
    )
    const good = await this.read(this.lastGood)
    const isUsable = good !== 'missing' && good !== 'damaged'
    // In the place of the damaged one at once: an app that ends without saving would else start anew next time.
    if (moved && isUsable) await copyFile(this.lastGood, this.file).catch(() => undefined)
    return {
      state: isUsable ? good : firstState,
      notices: [{ code: 'STATE_DAMAGED', at: moved ? aside : 'state.json' }],
    }
  }

  /**
   * Writes the state.
   *
   * @throws the system's error when the folder cannot be written
   */
  async save(state: State): Promise<void> {
    await writeFileAtomic(this.file, `${JSON.stringify(state, null, 2)}\n`)
  }

  private async read(file: string): Promise<State | 'missing' | 'damaged'> {
    let text: string
    try {
      text = await readFile(file, 'utf8')
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'damaged'
    }
    try {
      const result = stateSchema.safeParse(JSON.parse(text))
      return result.success ? result.data : 'damaged'
    } catch {
      return 'damaged' // not JSON
    }
  }
}
