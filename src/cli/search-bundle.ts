import { failed, FlawError, success, type Outcome } from '../bundle'
import { openBundle } from '../library'
import type { LoadedShard } from '../search'
import { readShard } from './verify-parts'

/** Reads the search index of a bundle into memory and lets go of the file. */
export async function openIndex(path: string): Promise<Outcome<readonly LoadedShard[]>> {
  const opened = await openBundle(path)
  if (!opened.ok) return opened
  const { info, entries, close } = opened.value
  try {
    const shards: LoadedShard[] = []
    for (const name of info.search.shards) shards.push(readShard(await entries.read(name), name).shard)
    return success(shards)
  } catch (error) {
    if (error instanceof FlawError) return failed(error.flaw)
    throw error
  } finally {
    await close()
  }
}
