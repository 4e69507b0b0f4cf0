import { z } from './zod'

/**
 * The shape of every id in a bundle: letters, digits, dot, hyphen and underscore, 1 to 80 characters, a letter
 * or digit at both ends and no two dots in a row. Ids become file names and parts of addresses, so nothing that a
 * file system or a URL treats specially may stand in one.
 */
export const idPattern = /^[A-Za-z0-9](?:(?!\.\.)[A-Za-z0-9._-]){0,78}[A-Za-z0-9]$|^[A-Za-z0-9]$/

/** Names that Windows keeps for devices; a file called `nul.json` cannot be made there. */
const reservedName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

const notReserved = (text: string): boolean => !reservedName.test(text)
const reservedMessage = 'a name that Windows keeps for a device'

const id = z.string().regex(idPattern, 'not a usable id').refine(notReserved, reservedMessage)

/** A bundle's id is also the host of addresses, and hosts know no capitals and may not look like a number. */
export const bundleIdSchema = z
  .string()
  .regex(/^[a-z](?:-?[a-z0-9]){0,59}$/, 'a bundle id is lower-case letters, digits and single hyphens')
  .refine(notReserved, reservedMessage)
  .brand('BundleId')
export const conditionIdSchema = id.brand('ConditionId')
export const statementIdSchema = id.brand('StatementId')
export const findingIdSchema = id.brand('FindingId')
export const summaryIdSchema = id.brand('SummaryId')
export const sourceIdSchema = id.brand('SourceId')
export const passageIdSchema = id.brand('PassageId')
export const claimIdSchema = id.brand('ClaimId')
export const handoutIdSchema = id.brand('HandoutId')
export const regimenIdSchema = id.brand('RegimenId')
export const termIdSchema = id.brand('TermId')
export const resourceIdSchema = id.brand('ResourceId')

/** Names a bundle, in file names and as the host of `lectern://` and `lectern-bundle://` addresses. */
export type BundleId = z.infer<typeof bundleIdSchema>
/** Names a condition page; unique in its bundle. */
export type ConditionId = z.infer<typeof conditionIdSchema>
/** Names a statement; unique in its bundle. */
export type StatementId = z.infer<typeof statementIdSchema>
/** Names a finding; unique in its bundle. */
export type FindingId = z.infer<typeof findingIdSchema>
/** Names an evidence summary; unique in its bundle. */
export type SummaryId = z.infer<typeof summaryIdSchema>
/** Names a source; the same as the `id` of its CSL-JSON record. */
export type SourceId = z.infer<typeof sourceIdSchema>
/** Names a passage; unique in its bundle. */
export type PassageId = z.infer<typeof passageIdSchema>
/** Names a claim; unique in its bundle. */
export type ClaimId = z.infer<typeof claimIdSchema>
/** Names a handout; one id per language and reading level. */
export type HandoutId = z.infer<typeof handoutIdSchema>
/** Names a regimen; unique in its bundle. */
export type RegimenId = z.infer<typeof regimenIdSchema>
/** Names a term of the glossary. */
export type TermId = z.infer<typeof termIdSchema>
/** Names a resource. */
export type ResourceId = z.infer<typeof resourceIdSchema>
