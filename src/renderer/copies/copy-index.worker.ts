/// <reference lib="webworker" />
import { CopyIndexer, type IndexAsked, type IndexSaid } from './copy-indexer'

/*
 * Makes the search index of one copy apart from the window and from the search worker, so that neither typing nor
 * scrolling waits for it; ended with its copy, it leaves no memory behind. What it does stands in `copy-indexer.ts`.
 */

declare const self: DedicatedWorkerGlobalScope

const indexer = new CopyIndexer()

self.onmessage = ({ data }: MessageEvent<IndexAsked>): void => {
  const index = indexer.hear(data)
  if (index !== null) self.postMessage({ index } satisfies IndexSaid, [index.buffer])
}
