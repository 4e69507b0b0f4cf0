import { z } from './zod'
import { cslSchema } from './csl'
import { daySchema } from './evidence'
import { blockSchema } from './mdast'
import { studySchema } from './study'
import {
  claimIdSchema,
  conditionIdSchema,
  findingIdSchema,
  handoutIdSchema,
  passageIdSchema,
  regimenIdSchema,
  sourceIdSchema,
  statementIdSchema,
} from './ids'

const start = z.int().nonnegative()
const end = z.int().positive()

/** A rectangle on a page as PDF gives it (ISO 32000-2, 7.9.5): two opposite corners, in points from the bottom left. */
const rectangleSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])

/**
 * Where packing found a quote. In the text of the bundle: a text block and a range of UTF-16 units in it. In an HTML
 * document: a range in the text of its body. In a PDF: a page, counted from 0, with the label that is printed on it, a
 * range in the text of that page, and the rectangles that the words cover.
 */
export const positionSchema = z.discriminatedUnion('in', [
  z.object({ in: z.literal('text'), block: z.int().nonnegative(), start, end }),
  z.object({ in: z.literal('html'), start, end }),
  z.object({
    in: z.literal('pdf'),
    page: z.int().nonnegative(),
    label: z.string(),
    start,
    end,
    rects: z.array(rectangleSchema).min(1),
  }),
])
/** See {@link positionSchema}. */
export type Position = z.infer<typeof positionSchema>

/** A document that the bundle holds as a file of its own, below `files/`. */
export const sourceFileSchema = z.object({
  path: z.string().regex(/^files\/[^/]+\.(?:pdf|html)$/),
  type: z.enum(['application/pdf', 'text/html']),
  bytes: z.int().positive(),
  /** How many pages a PDF has; null for HTML. */
  pages: z.int().positive().nullable(),
})
/** See {@link sourceFileSchema}. */
export type SourceFile = z.infer<typeof sourceFileSchema>

/**
 * An exact quote in a source. `quote`, `prefix` and `suffix` are a W3C TextQuoteSelector
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector); `position` is where packing found it, so that
 * opening does not have to search.
 */
export const passageSchema = z.object({
  id: passageIdSchema,
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  position: positionSchema,
})
/** See {@link passageSchema}. */
export type Passage = z.infer<typeof passageSchema>

/** What the editors had before them when they wrote the digest. */
export const seenLevels = ['full text', 'abstract', 'title only', 'from knowledge'] as const
export const seenSchema = z.enum(seenLevels)

/** Whether a source has been withdrawn or corrected, and when that was last looked up. */
export const retractionSchema = z.object({
  status: z.enum(['not looked up', 'none known', 'corrected', 'expression of concern', 'retracted']),
  checked: daySchema.optional(),
})
/** See {@link retractionSchema}. */
export type Retraction = z.infer<typeof retractionSchema>

/** Everything that rests on one passage: the chain read upwards. Worked out when packing. */
export const dependentsSchema = z.object({
  findings: z.array(z.object({ id: findingIdSchema, condition: conditionIdSchema, outcome: z.string() })),
  statements: z.array(
    z.object({
      id: statementIdSchema,
      condition: conditionIdSchema,
      finding: findingIdSchema,
      text: z.string(),
    }),
  ),
  claims: z.array(z.object({ id: claimIdSchema, says: z.string() })),
  handouts: z.array(z.object({ id: handoutIdSchema, title: z.string() })),
  regimens: z
    .array(z.object({ id: regimenIdSchema, condition: conditionIdSchema, title: z.string() }))
    .default([]),
})
/** See {@link dependentsSchema}. */
export type Dependents = z.infer<typeof dependentsSchema>

/** A source of the bundle: its record, its digest and its passages. The file `sources/<id>.json`. */
export const sourceSchema = z.object({
  id: sourceIdSchema,
  title: z.string().min(1),
  label: z.string().min(1),
  /** `digest`: our own summary of a document that is not in the bundle. `document`: the document itself. */
  kind: z.enum(['digest', 'document']),
  language: z.string(),
  record: cslSchema.nullable(),
  study: studySchema.nullable(),
  licence: z.string().nullable(),
  seen: seenSchema.nullable(),
  /** Which parts of it the editors saw, where that needs saying. */
  seenNote: z.string().nullable().default(null),
  retraction: retractionSchema,
  /** Fields of the record that no page seen confirms. */
  unconfirmed: z.array(z.string()),
  /** A doubt about the source that a reader should know. */
  doubt: z.string().nullable(),
  /** The document itself, when the bundle holds it; then passages may stand in it, and `body` may be empty. */
  file: sourceFileSchema.nullable().default(null),
  body: z.array(blockSchema),
  passages: z.array(passageSchema),
  restsOn: z.record(z.string(), dependentsSchema),
})
/** See {@link sourceSchema}. */
export type Source = z.infer<typeof sourceSchema>
