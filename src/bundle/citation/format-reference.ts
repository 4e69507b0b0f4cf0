import type { CslRecord } from '../csl'
import { ama } from './ama'
import { apa } from './apa'
import { partsOf, type RecordParts } from './record-parts'
import { vancouver } from './vancouver'

/** The styles that references are written in. No citation processor: docs/decisions/0009. */
export const referenceStyles = ['vancouver', 'ama', 'apa'] as const
/** See {@link referenceStyles}. */
export type ReferenceStyle = (typeof referenceStyles)[number]

const writers: Readonly<Record<ReferenceStyle, (parts: RecordParts) => string>> = { vancouver, ama, apa }

/**
 * The reference of a record in a style, as one line of plain text. What the record does not have is left out; nothing is
 * made up, and titles keep the capitals of the record.
 */
export const formatReference = (record: CslRecord, style: ReferenceStyle): string =>
  writers[style](partsOf(record))

/**
 * A list of references, one a line: numbered in the order given in the medical styles, which count by appearance; by the
 * alphabet and without numbers in APA.
 */
export function formatReferences(records: readonly CslRecord[], style: ReferenceStyle): string {
  const lines = records.map((record) => formatReference(record, style))
  if (style === 'apa') return [...lines].sort((one, other) => one.localeCompare(other, 'en')).join('\n')
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n')
}
