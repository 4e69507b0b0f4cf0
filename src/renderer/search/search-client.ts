import { searchWorker, startWorker } from '../workers'
import { payload, type BundleId, type BundleInfo } from '../../bundle'
import type { Found } from '../../search'
import type { Failure } from '../../shared/failure'
import type { CopyPlace } from '../copies/copy-rows'
import type { Asked, Narrowing, Said } from './messages'

/** Called with each answer; answers to older questions never come after newer ones. */
export interface SearchListener {
  /** `isPartial` while parts of the index are still to come; the same question is then answered again. */
  readonly found: (text: string, found: Found, milliseconds: number, isPartial: boolean) => void
  readonly ready: () => void
  /** The index of a bundle cannot be used; null when no search is possible at all. */
  readonly failed: (failure: Failure, bundle: BundleId | null) => void
  /** The index of a copy has vanished or is damaged. */
  readonly copyLost?: (sha256: string) => void
  /** The index of a copy was made anew by today's rules. */
  readonly copyRebuilt?: (sha256: string, index: Uint8Array) => void
}

/** The one way from the window to the search worker, which it starts when first needed. */
export class SearchClient {
  private readonly worker: Worker
  private turn = 0
  private text = ''

  constructor(private readonly listener: SearchListener) {
    this.worker = startWorker(searchWorker)
    this.worker.onmessage = ({ data }: MessageEvent<Said>) => this.hear(data)
    this.worker.onerror = (event) => listener.failed({ code: 'NO_INDEX', detail: event.message }, null)
  }

  /** Searches one more bundle, or one that is searched already anew. */
  open({ id, search }: BundleInfo): void {
    this.ask({ is: 'open', bundle: id, shards: search.shards, names: payload.searchNames })
  }

  /** Searches a bundle no longer. */
  leave(bundle: BundleId): void {
    this.ask({ is: 'close', bundle })
  }

  /** Says which of the reader's own copies are searched with a bundle. */
  setCopies(bundle: BundleId, copies: readonly CopyPlace[]): void {
    this.ask({ is: 'copies', bundle, copies })
  }

  /** Asks for hits; the answer comes to the listener unless a newer question overtakes it. */
  find(text: string, narrowing: Narrowing = {}): void {
    this.text = text
    this.ask({ is: 'find', turn: ++this.turn, text, narrowing })
  }

  /** Lets the last question go unanswered. */
  cancel(): void {
    this.turn++
    this.ask({ is: 'cancel' })
  }

  /** Ends the worker. */
  close(): void {
    this.worker.terminate()
  }

  private ask(asked: Asked): void {
    this.worker.postMessage(asked)
  }

  private hear(said: Said): void {
    if (said.is === 'ready') this.listener.ready()
    else if (said.is === 'failed') this.listener.failed(said.failure, said.bundle)
    else if (said.is === 'copy lost') this.listener.copyLost?.(said.sha256)
    else if (said.is === 'copy rebuilt') this.listener.copyRebuilt?.(said.sha256, said.index)
    else if (said.is === 'found' && said.turn === this.turn)
      this.listener.found(this.text, said.found, said.milliseconds, said.isPartial)
  }
}
