import { z } from './zod'
import { cslSchema } from './csl'
import { daySchema } from './evidence'
import { blockSchema } from './mdast'
import {
  claimIdSchema,
  conditionIdSchema,
  findingIdSchema,
  handoutIdSchema,
  passageIdSchema,
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

/** What a study was, as its report says; every field is in our own words. */
export const studySchema = z.object({
  design: z.string().min(1),
  country: z.string().optional(),
  population: z.string().optional(),
  participants: z.string().optional(),
  dose: z.string().optional(),
  duration: z.string().optional(),
  comparator: z.string().optional(),
  funding: z.string().optional(),
  registry: z.string().optional(),
})
/** See {@link studySchema}. */
export type Study = z.infer<typeof studySchema>

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
