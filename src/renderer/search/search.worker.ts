/// <reference lib="webworker" />
import type { BundleId } from '../../bundle'
import { copiesPath } from '../../shared/contract'
import type { Asked } from './messages'
import { SearchDesk } from './search-desk'

/* Searches apart from the window's thread. What it does stands in `search-desk.ts`, which tests can run. */

declare const self: DedicatedWorkerGlobalScope

const desk = new SearchDesk({
  read: async (bundle: BundleId, path: string) => {
    const response = await fetch(`lectern-bundle://${bundle}/${path}`)
    if (!response.ok) throw new Error(`status ${response.status}`)
    return response.arrayBuffer()
  },
  readCopy: async (sha256: string) => {
    const response = await fetch(`${copiesPath}${sha256}.shard`)
    if (!response.ok) throw new Error(`status ${response.status}`)
    return response.arrayBuffer()
  },
  say: (said) => self.postMessage(said),
  soon: (call) => void setTimeout(call),
  now: () => performance.now(),
})

self.onmessage = ({ data }: MessageEvent<Asked>): void => desk.hear(data)
