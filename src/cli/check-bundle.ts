import { checkExpiry, type CompileOptions } from '../authoring'
import { FlawError, payload } from '../bundle'
import { checkDocuments } from './check-documents'
import { KeptParts } from './check-parts'
import { checkReferences, countCoverage } from './check-references'
import type { Checked } from './check-report'
import { bagFlaws, withContainer } from './verify-container'
import { readParts } from './verify-parts'

/**
 * Looks at all of a bundle: each file by its hash and through the schema by which the app reads it, each quote at its
 * position, each reference from one part to another, and the day until which it is good.
 */
export async function checkBundle(path: string, dates: CompileOptions): Promise<Checked> {
  try {
    return await withContainer(path, [], async (container) => {
      const parts = new KeptParts()
      let octets = 0
      const unread = await readParts(container.payload, (part, file, bytes) => {
        parts.add(part, file, bytes)
        octets += bytes.length
      })
      for (const { at } of unread) parts.addUnread(at)
      if (!parts.paths.has(payload.info)) parts.tell('MISSING_ENTRY', payload.info, 'the contents')
      checkReferences(parts)
      await checkDocuments(container.payload, parts)
      const expiry = parts.info && checkExpiry(parts.info.expires, dates)
      if (expiry !== null) parts.tell(expiry.code, payload.info, expiry.detail)
      const bag = await bagFlaws(container, unread.length === 0 ? octets : null)
      const coverage = parts.info === null ? null : countCoverage(parts)
      return { flaws: [...bag, ...unread, ...parts.flaws], coverage }
    })
  } catch (error) {
    if (error instanceof FlawError) return { flaws: [error.flaw], coverage: null }
    throw error
  }
}
