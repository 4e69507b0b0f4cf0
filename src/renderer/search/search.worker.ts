/// <reference lib="webworker" />
import { buildShard, find, loadShard, type LoadedShard, type Row } from '../../search'
import type { Failure } from '../../shared/failure'
import type { Asked, Said } from './messages'

/*
 * Reads the index and answers queries, apart from the window's thread. Of several questions that wait, only the newest
 * is answered: nobody reads the results of a word half typed.
 */

declare const self: DedicatedWorkerGlobalScope
const say = (said: Said): void => self.postMessage(said)

let shards: readonly LoadedShard[] = []
let waiting: Extract<Asked, { is: 'find' }> | null = null

self.onmessage = ({ data }: MessageEvent<Asked>): void => {
  if (data.is === 'open') return void open(data)
  const isIdle = waiting === null
  waiting = data
  if (isIdle) setTimeout(answer)
}

async function open({ bundle, shards: names }: Extract<Asked, { is: 'open' }>): Promise<void> {
  const opened: LoadedShard[] = []
  for (const name of names) {
    const failure = await openOne(`lectern-bundle://${bundle}/${name}`, name, opened)
    if (failure !== null) return say({ is: 'failed', failure })
  }
  shards = opened
  say({ is: 'ready' })
}

async function openOne(address: string, name: string, into: LoadedShard[]): Promise<Failure | null> {
  try {
    const response = await fetch(address)
    if (!response.ok) return { code: 'NO_INDEX', at: name, detail: `status ${response.status}` }
    const loaded = loadShard(await response.json())
    if (loaded.ok) into.push(loaded.value)
    else if (loaded.failure.is === 'not a shard')
      return { code: 'NO_INDEX', at: name, detail: loaded.failure.detail }
    else into.push(rebuilt(loaded.failure.rows))
    return null
  } catch (error) {
    return { code: 'NO_INDEX', at: name, detail: error instanceof Error ? error.message : String(error) }
  }
}

/** An index that other rules built would find nothing and say nothing; its rows are in the bundle, so it is made anew. */
function rebuilt(rows: readonly Row[]): LoadedShard {
  const loaded = loadShard(buildShard(rows))
  if (!loaded.ok) throw new Error('an index made here cannot be read here')
  return loaded.value
}

function answer(): void {
  const asked = waiting
  waiting = null
  if (asked === null) return
  const start = performance.now()
  const found = find(shards, asked.text, { limit: 60 })
  say({ is: 'found', turn: asked.turn, found, milliseconds: performance.now() - start })
}
