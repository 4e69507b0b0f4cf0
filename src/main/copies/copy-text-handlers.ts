import { largestCopyIndex } from '../../shared/contract'
import { FailureError } from '../../shared/failure'
import type { Handlers } from '../answer'
import type { StateKeeper } from '../state/state-keeper'
import { copyNamed, isInUse, withText } from './copy-list'
import type { CopyStore } from './copy-store'
import type { IncomingFile } from './incoming-file'

/** Answers the calls about the text of the reader's own copies: the index that searches it, and what became of it. */
export function createCopyTextHandlers(state: StateKeeper, store: CopyStore) {
  /** The index that the window sends: one at a time. */
  let incoming: { readonly sha256: string; readonly file: IncomingFile } | null = null

  const notKept = (sha256: string, detail: string): FailureError =>
    new FailureError({
      ...{ code: 'COPY_TEXT_NOT_KEPT', at: copyNamed(state.current, sha256)?.name ?? sha256, detail },
    })
  const keeping = <Result>(sha256: string, work: Promise<Result>): Promise<Result> =>
    work.catch((error: unknown) => {
      throw notKept(sha256, String(error))
    })

  /** What has arrived of the index of a copy; what has of another's is let go of. */
  async function arrived(sha256: string): Promise<IncomingFile> {
    const now = incoming
    if (now?.sha256 === sha256) return now.file
    incoming = null
    await now?.file.drop()
    throw notKept(sha256, 'nothing was sent')
  }

  return {
    sendIndexPart: async ({ sha256, part, bytes }) => {
      if (part === 'first') {
        const before = incoming
        incoming = null
        await before?.file.drop() // nobody asked for it
        incoming = { sha256, file: await keeping(sha256, store.beginIndex()) }
      }
      const file = await arrived(sha256)
      if (file.size + bytes.length > largestCopyIndex) {
        incoming = null
        await file.drop()
        throw notKept(sha256, 'too large')
      }
      await keeping(sha256, file.add(bytes))
      return null
    },

    keepCopyIndex: async ({ sha256, unread }) => {
      const file = await arrived(sha256)
      incoming = null
      if (!isInUse(state.current, sha256)) {
        await file.drop()
        return { kept: false }
      }
      await keeping(sha256, store.keepIndex(sha256, file))
      // While it was written the reader may have removed the copy.
      if (!isInUse(state.current, sha256)) {
        await store.remove(sha256).catch(() => undefined)
        return { kept: false }
      }
      state.change((now) => withText(now, sha256, 'read', unread))
      return { kept: true }
    },

    noteCopyText: ({ sha256, text }) => {
      state.change((now) => withText(now, sha256, text))
      return null
    },
  } satisfies Partial<Handlers>
}
