import { failed, FlawError, payload, success, type Outcome } from '../bundle'
import { openBundle } from '../library'
import { Synonyms, type LoadedShard } from '../search'
import { readSearchNames, readShard } from './verify-parts'

/** The search index of a bundle in memory. */
export interface OpenIndex {
  readonly shards: readonly LoadedShard[]
  readonly synonyms: Synonyms
  /** How large its files are. */
  readonly bytes: number
}

/** Reads the search index of a bundle into memory and lets go of the file. */
export async function openIndex(path: string): Promise<Outcome<OpenIndex>> {
  const opened = await openBundle(path)
  if (!opened.ok) return opened
  const { info, entries, close } = opened.value
  try {
    const shards: LoadedShard[] = []
    for (const name of info.search.shards) shards.push(readShard(await entries.read(name), name).shard)
    const names = payload.searchNames
    const synonyms = new Synonyms(
      entries.paths.has(names) ? readSearchNames(await entries.read(names), names) : [],
    )
    return success({ shards, synonyms, bytes: shards.reduce((sum, { byteLength }) => sum + byteLength, 0) })
  } catch (error) {
    if (error instanceof FlawError) return failed(error.flaw)
    throw error
  } finally {
    await close()
  }
}
