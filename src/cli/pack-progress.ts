import type { AuthoringFolder, PayloadEntry } from '../authoring'
import type { Progress } from './progress'

const isSource = (path: string): boolean => /^sources\/[^/]+\.(?:md|json)$/.test(path)

/** A source is read twice: its head first, its text when all else is known. Its PDF or HTML file is read once. */
const readsOf = (path: string): number => (isSource(path) ? 2 : 1)

/**
 * An authoring folder that tells how far checking it is. Each file is read once, and sources, which are most of a bundle,
 * once more: their heads first, their texts when all else is known.
 */
export function withProgress(folder: AuthoringFolder, progress: Progress): AuthoringFolder {
  const left = new Map([...folder.paths].map((path) => [path, readsOf(path)]))
  const of = [...left.values()].reduce((sum, reads) => sum + reads, 0)
  let done = 0
  progress.step('check', done, of)
  const counted = async <Read>(path: string, reading: Promise<Read>): Promise<Read> => {
    const read = await reading
    const reads = left.get(path) ?? 0
    left.set(path, reads - 1)
    if (reads > 0) progress.step('check', ++done, of)
    return read
  }
  return {
    paths: folder.paths,
    read: (path) => counted(path, folder.read(path)),
    readBytes: (path) => counted(path, folder.readBytes(path)),
  }
}

/** The payload of a bundle that tells how far writing it is, by its sources. */
export async function* payloadWithProgress(
  payload: AsyncIterable<PayloadEntry>,
  folder: AuthoringFolder,
  progress: Progress,
): AsyncGenerator<PayloadEntry> {
  const of = [...folder.paths].filter(isSource).length
  let done = 0
  progress.step('write', done, of)
  for await (const entry of payload) {
    yield entry
    if (isSource(entry.path)) progress.step('write', ++done, of)
  }
}
