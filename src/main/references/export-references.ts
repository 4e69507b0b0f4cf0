import type { CslRecord } from '../../bundle'
import type { ReferenceFormat } from '../../shared/contract'
import { exchangeRecord } from './exchange-record'

/** So many records are written at once; then the window is answered before the next. */
const atOnce = 50

/**
 * Records as the text of a file for a reference manager. CSL-JSON holds them as they are in the bundle; the other formats
 * what these can hold. The converter is loaded when it is first used.
 */
export async function exportReferences(
  records: readonly CslRecord[],
  format: ReferenceFormat,
): Promise<string> {
  if (format === 'csl-json') return `${JSON.stringify(records, null, 2)}\n`
  const { toBibtex, toRis } = await import('./exchange-formats')
  const write = format === 'ris' ? toRis : toBibtex
  const parts: string[] = []
  for (let at = 0; at < records.length; at += atOnce) {
    parts.push(write(records.slice(at, at + atOnce).map(exchangeRecord)))
    await new Promise((next) => setImmediate(next))
  }
  return parts.join('')
}
