import type { BundleId, Outcome, SourceId } from '../../bundle'
import { largestCopyPart, type OwnCopy } from '../../shared/contract'
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

/** Whatever was attached last; main takes one copy at a time, and parts of two would make one. */
let last: Promise<unknown> = Promise.resolve()

/** Has a file attached to a source, after those that were asked for before. */
export function attachFile(
  to: { readonly bundle: BundleId; readonly source: SourceId },
  file: File,
): Promise<Outcome<OwnCopy, Failure>> {
  const attached = last.then(async (): Promise<Outcome<OwnCopy, Failure>> => {
    const failure = await sendCopy(file)
    return failure === null ? app.attachCopy({ ...to, name: file.name }) : { ok: false, failure }
  })
  last = attached.catch(() => undefined)
  return attached
}
