import { z } from 'zod'
import { copyTexts, mostUnread, type CopyText } from '../../shared/contract'
import { sourceIdSchema, bundleIdSchema, type BundleId, type CslRecord, type SourceId } from '../../bundle'

/** A SHA-256 in lower-case hexadecimal; the name of a copy's file. */
export const copyHashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** What a copy is of, by the names that outlive a version of a bundle. */
const workSchema = z.strictObject({
  doi: z.string().max(500).nullable(),
  pmid: z.string().max(20).nullable(),
  bundle: bundleIdSchema,
  source: sourceIdSchema,
})
/** See {@link workSchema}. */
export type Work = z.infer<typeof workSchema>

/** The pages of a copy that could not be read, counted from 1. */
export const unreadSchema = z.array(z.int().positive()).max(mostUnread).readonly()

const copySchema = z.strictObject({
  of: workSchema,
  sha256: copyHashSchema,
  /** Of the file that the reader chose, without its folder. */
  name: z.string().min(1).max(255),
  bytes: z.int().positive(),
  added: z.iso.date(),
  /** Newer than the first copies, whose text was never read. */
  text: z.enum(copyTexts).default('waiting'),
  /** Newer still. */
  unread: unreadSchema.default([]),
})
/** A PDF of the reader's own, attached to a source. */
export type Copy = z.infer<typeof copySchema>

/** More than this nobody attaches by hand; a state file that holds more was not written by us. */
const most = 10_000

/** The reader's own copies. Newer than the first state files, which do not have them. */
export const copiesShape = { copies: z.array(copySchema).max(most).default([]) }

/** See {@link copiesShape}. */
export type Copies = z.infer<z.ZodObject<typeof copiesShape>>

/** The work that a source stands for. DOIs know no capitals (DOI Handbook, 2.4). */
export const workOf = (bundle: BundleId, source: SourceId, record: CslRecord | null): Work => ({
  doi: record?.DOI?.toLowerCase() ?? null,
  pmid: record?.PMID === undefined ? null : String(record.PMID),
  bundle,
  source,
})

/**
 * True for the same work: the same DOI; where one has none, the same PMID; where one has neither, the same source of the
 * same bundle. So a copy stays with its paper when a bundle is updated, and serves other bundles that cite the paper.
 */
export function isSameWork(one: Work, other: Work): boolean {
  if (one.doi !== null && other.doi !== null) return one.doi === other.doi
  if (one.pmid !== null && other.pmid !== null) return one.pmid === other.pmid
  return one.bundle === other.bundle && one.source === other.source
}

/** The copy of a work, or null. */
export const copyOf = ({ copies }: Copies, work: Work): Copy | null =>
  copies.find(({ of }) => isSameWork(of, work)) ?? null

/** The list with this copy in the place of the one that the work had before. */
export const withCopy = <State extends Copies>(state: State, copy: Copy): State => ({
  ...state,
  copies: [...state.copies.filter(({ of }) => !isSameWork(of, copy.of)), copy].slice(-most),
})

/** The list without the copy of a work. */
export const withoutCopy = <State extends Copies>(state: State, work: Work): State => ({
  ...state,
  copies: state.copies.filter(({ of }) => !isSameWork(of, work)),
})

/** A copy that is this file; one file may be attached to several works. */
export const copyNamed = ({ copies }: Copies, sha256: string): Copy | undefined =>
  copies.find((copy) => copy.sha256 === sha256)

/** True while any work has this file as its copy. */
export const isInUse = (state: Copies, sha256: string): boolean => copyNamed(state, sha256) !== undefined

/** The list with what has become of the text of a file, in every copy that is this file. */
export const withText = <State extends Copies>(
  state: State,
  sha256: string,
  text: CopyText,
  unread: readonly number[] = [],
): State => ({
  ...state,
  copies: state.copies.map((copy) => (copy.sha256 === sha256 ? { ...copy, text, unread } : copy)),
})
