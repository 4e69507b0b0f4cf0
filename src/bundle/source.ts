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
  position: z.object({
    block: z.int().nonnegative(),
    start: z.int().nonnegative(),
    end: z.int().positive(),
  }),
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
  body: z.array(blockSchema),
  passages: z.array(passageSchema),
  restsOn: z.record(z.string(), dependentsSchema),
})
/** See {@link sourceSchema}. */
export type Source = z.infer<typeof sourceSchema>
