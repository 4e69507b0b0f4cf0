import type { BundleId, Outcome, SourceId } from '../../bundle'
import { largestCopyPart, mostUnread, type OwnCopy } from '../../shared/contract'
import type { Failure } from '../../shared/failure'
import { app } from '../bridge'

/** Sends a file of the reader's to main, part by part: between two of them the window does whatever else it has to. */
export async function sendCopy(file: File): Promise<Failure | null> {
  for (let at = 0; at < file.size; at += largestCopyPart) {
    let bytes: Uint8Array
    try {
      bytes = new Uint8Array(await file.slice(at, at + largestCopyPart).arrayBuffer())
    } catch (error) {
      return { code: 'COPY_NOT_KEPT', at: file.name, detail: String(error) } // moved away meanwhile
    }
    const sent = await app.sendCopyPart({ name: file.name, part: at === 0 ? 'first' : 'more', bytes })
    if (!sent.ok) return sent.failure
  }
  return null
}

/** Main takes one copy and one index at a time, and parts of two would make one: each is sent after the last. */
function afterEachOther(): <Result>(send: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (send) => {
    const sent = last.then(send)
    last = sent.catch(() => undefined)
    return sent
  }
}
const copiesInTurn = afterEachOther()
const indexesInTurn = afterEachOther()

/** Has a file attached to a source, after those that were asked for before. */
export const attachFile = (
  to: { readonly bundle: BundleId; readonly source: SourceId },
  file: File,
): Promise<Outcome<OwnCopy, Failure>> =>
  copiesInTurn(async () => {
    const failure = await sendCopy(file)
    return failure === null ? app.attachCopy({ ...to, name: file.name }) : { ok: false, failure }
  })

/** Has the search index of a copy kept, part by part as the copy itself, and which pages it lacks. */
export const keepIndex = (
  sha256: string,
  index: Uint8Array,
  unread: readonly number[],
): Promise<Outcome<{ readonly kept: boolean }, Failure>> =>
  indexesInTurn(async () => {
    for (let at = 0; at < index.length; at += largestCopyPart) {
      // Cut out: a view would cross with all of what it looks at.
      const bytes = index.slice(at, at + largestCopyPart)
      const sent = await app.sendIndexPart({ sha256, part: at === 0 ? 'first' : 'more', bytes })
      if (!sent.ok) return sent
    }
    return app.keepCopyIndex({ sha256, unread: unread.slice(0, mostUnread) })
  })
