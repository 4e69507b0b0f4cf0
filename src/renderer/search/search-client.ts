import workerUrl from './search.worker?worker&url'
import type { BundleInfo } from '../../bundle'
import type { Found } from '../../search'
import type { Failure } from '../../shared/failure'
import type { Asked, Said } from './messages'

/** Called with each answer; answers to older questions never come after newer ones. */
export interface SearchListener {
  readonly found: (text: string, found: Found, milliseconds: number) => void
  readonly ready: () => void
  readonly failed: (failure: Failure) => void
}

/** The one way from the window to the search worker, which it starts when first needed. */
export class SearchClient {
  private readonly worker: Worker
  private turn = 0
  private text = ''

  constructor(
    bundle: BundleInfo,
    private readonly listener: SearchListener,
  ) {
    this.worker = new Worker(trustedWorkerUrl(), { type: 'module' })
    this.worker.onmessage = ({ data }: MessageEvent<Said>) => this.hear(data)
    this.worker.onerror = (event) => listener.failed({ code: 'NO_INDEX', detail: event.message })
    this.ask({ is: 'open', bundle: bundle.id, shards: bundle.search.shards })
  }

  /** Asks for hits; the answer comes to the listener unless a newer question overtakes it. */
  find(text: string): void {
    this.text = text
    this.ask({ is: 'find', turn: ++this.turn, text })
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
    else if (said.is === 'failed') this.listener.failed(said.failure)
    else if (said.turn === this.turn) this.listener.found(this.text, said.found, said.milliseconds)
  }
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null

/** Our CSP takes script addresses only from the policy `lectern`, which knows one: that of the search worker. */
function trustedWorkerUrl(): string {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return workerUrl
  policy ??= trustedTypes.createPolicy('lectern', {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError('not the search worker')
      return url
    },
  })
  return policy.createScriptURL(workerUrl)
}
