import { z } from 'zod'
import { certaintySchema, directionSchema } from '../../bundle'
import { packedKinds } from '../../search/row'

/*
 * Two parts of a search shard are JSON. Their forms stand here for who reads the format; the app itself looks at them
 * with `isFacets` and `isRow`, which take no time with millions of rows.
 */

const facets = {
  kind: z.enum(packedKinds),
  certainty: certaintySchema.optional(),
  direction: directionSchema.optional(),
  design: z.string().optional(),
  conditions: z.array(z.string()).optional(),
  outcome: z.string().optional(),
  isBottomLine: z.literal(true).optional(),
  isSafety: z.literal(true).optional(),
}

/** One row of a shard. */
export const searchRowSchema = z.object({
  ...facets,
  id: z.string(),
  title: z.string(),
  text: z.string(),
  where: z.string(),
  path: z.string(),
  also: z.string().optional(),
})

const place = z.tuple([z.int().nonnegative().multipleOf(4), z.int().nonnegative()])

/** The header of a shard. */
export const searchHeaderSchema = z.object({
  fingerprint: z.string(),
  rows: z.int().nonnegative(),
  terms: z.int().nonnegative(),
  facets: z.array(z.object(facets)),
  sections: z.object({
    rowStarts: place,
    facetsOf: place,
    things: place,
    lengths: place,
    blockStarts: place,
    postingStarts: place,
    terms: place,
    postings: place,
    rows: place,
  }),
})
