import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { previewStatusFile, writePreviewStatus } from '../library'
import { datesOf } from './check-dates'
import { exitCodes, type ExitCode } from './exit-codes'
import { flawRecord } from './flaw-lines'
import { pack, type Packed } from './pack'
import { reportPacked, reportPackedAsJson } from './pack-report'
import { watchFolder } from './preview-watch'
import type { Terminal } from './terminal'

/** How a preview is run. */
export interface PreviewOptions {
  readonly json: boolean
  /** Ends the preview. */
  readonly signal: AbortSignal
  /** Called once, with the status file that the desk is to watch. */
  readonly open: (status: string) => void
}

/** So many good bundles are kept: the newest, and the one that a desk may be about to open. */
const keptBundles = 2

/**
 * Packs a folder into a temporary bundle, and again after each save, telling the flaws each time, here and to the desk. A
 * folder with errors packs nothing, so the last good bundle stays. When the preview ends, all of it is removed.
 */
export async function preview(
  folder: string,
  { json, signal, open }: PreviewOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = await mkdtemp(join(tmpdir(), 'lectern-preview-'))
  const removed = (): void => rmSync(place, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', removed)
  const rounds = new Rounds(folder, place)
  const hopeless = new AbortController()
  let isFirst = true
  const again = async (): Promise<void> => {
    const { packed, bundle } = await rounds.next()
    const code = (json ? reportPackedAsJson : reportPacked)(packed, bundle, terminal)
    // Where nothing can be packed from the start, no authoring folder was meant.
    if (isFirst && code === exitCodes.couldNotRun) return hopeless.abort()
    if (packed.is !== 'written' && rounds.revision > 0 && !json)
      terminal.out('The last good bundle stays open.')
    if (isFirst) open(rounds.statusFile)
    isFirst = false
  }
  try {
    await watchFolder(folder, again, { signal: AbortSignal.any([signal, hopeless.signal]) })
    return hopeless.signal.aborted ? exitCodes.couldNotRun : exitCodes.done
  } finally {
    process.off('exit', removed)
    removed()
  }
}

/** The bundles of a preview, one after the other, and what the desk is told of each. */
class Rounds {
  revision = 0
  readonly statusFile: string

  constructor(
    private readonly folder: string,
    private readonly place: string,
  ) {
    this.statusFile = previewStatusFile(place)
  }

  /** Packs once more. Content past its date is only a warning: an author is at work on it. */
  async next(): Promise<{ readonly packed: Packed; readonly bundle: string }> {
    const name = this.nameOf(this.revision + 1)
    const bundle = join(this.place, name)
    const packed = await pack(this.folder, bundle, null, datesOf({ allowExpired: true }))
    if (packed.is === 'written') this.revision += 1
    await this.tell(packed)
    // A desk on Windows may hold it still; then it goes when the preview ends.
    await rm(join(this.place, this.nameOf(this.revision - keptBundles)), { force: true }).catch(
      () => undefined,
    )
    return { packed, bundle }
  }

  private async tell(packed: Packed): Promise<void> {
    const why = packed.is === 'not run' && packed.why !== '' ? [systemFlaw(packed.why)] : []
    await writePreviewStatus(this.statusFile, {
      folder: basename(resolve(this.folder)),
      state: packed.is === 'written' ? 'good' : this.revision > 0 ? 'kept' : 'none',
      revision: this.revision,
      bundle: this.revision > 0 ? this.nameOf(this.revision) : null,
      at: new Date().toISOString(),
      flaws: [
        ...packed.flaws.map(flawRecord).map((flaw) => ({ ...flaw, detail: flaw.detail ?? null })),
        ...why,
      ],
    })
  }

  private readonly nameOf = (revision: number): string => `preview-${revision}.lectern`
}

/** What the system refuses is no flaw of the content, but an author who looks at the desk should know. */
const systemFlaw = (why: string) => ({
  code: 'NOT_WRITTEN',
  at: '',
  detail: why,
  says: 'The bundle could not be written.',
  next: 'Free some space, or end the preview and start it anew.',
  severity: 'error' as const,
})
