import { unwatchFile, watchFile } from 'node:fs'
import { dirname, join } from 'node:path'
import { readPreviewStatus, type PreviewStatus } from '../../library'
import type { Preview } from '../../shared/contract'
import { report } from '../report'

/** How often is looked whether something was saved, in milliseconds. */
const interval = 150

/** Takes over what is shown of a folder that is previewed, and the last good bundle of it. */
export type ShowPreview = (now: Preview, bundle: string | null) => Promise<void>

/**
 * Shows what `lectern preview` packs: once now, and again whenever its status changes. Looking at the one file by its
 * name works on every system and however it is replaced; a bundle is written whole before the status names it.
 *
 * Resolves once the first is shown, with what ends the watching.
 */
export async function watchPreview(file: string, show: ShowPreview): Promise<() => void> {
  let last: Preview = { folder: '', state: 'ended', revision: 0, at: new Date().toISOString(), flaws: [] }
  const look = async (): Promise<void> => {
    try {
      const status = await readPreviewStatus(file)
      last = status === null ? { ...last, state: 'ended' } : previewOf(status)
      const bundle = status?.bundle ?? null
      await show(last, bundle === null ? null : join(dirname(file), bundle))
    } catch (error) {
      report(error, 'the preview')
    }
  }
  let looking = look()
  watchFile(file, { interval, persistent: false }, () => {
    looking = looking.then(look)
  })
  await looking
  return () => unwatchFile(file)
}

const previewOf = ({ folder, state, revision, at, flaws }: PreviewStatus): Preview => ({
  folder,
  state,
  revision,
  at,
  flaws,
})
