import { z } from './zod'
import { daySchema } from './evidence'
import { claimIdSchema, conditionIdSchema, handoutIdSchema, sourceIdSchema } from './ids'
import { blockSchema } from './mdast'

/** The sections of every condition page, in the one order in which they may stand. */
export const sectionKinds = [
  'bottom-line',
  'studied',
  'found',
  'harms',
  'regimens',
  'claims',
  'unknown',
  'sources',
] as const
/** See {@link sectionKinds}. */
export type SectionKind = (typeof sectionKinds)[number]

/** One section of a condition page. `claims` and `sources` are filled in when packing. */
export const sectionSchema = z.object({
  kind: z.enum(sectionKinds),
  title: z.string(),
  body: z.array(blockSchema),
})
/** See {@link sectionSchema}. */
export type Section = z.infer<typeof sectionSchema>

/** Codes under which a condition is known elsewhere. */
export const codesSchema = z.object({ icd10: z.array(z.string()), mesh: z.array(z.string()) })

/** A condition page. The file `conditions/<id>.json`. */
export const conditionSchema = z.object({
  id: conditionIdSchema,
  title: z.string().min(1),
  language: z.string(),
  codes: codesSchema,
  aliases: z.array(z.string()),
  reviewed: daySchema,
  sections: z.array(sectionSchema),
  claims: z.array(claimIdSchema),
  handouts: z.array(z.object({ id: handoutIdSchema, title: z.string(), language: z.string() })),
  sources: z.array(z.object({ id: sourceIdSchema, label: z.string(), title: z.string() })),
})
/** See {@link conditionSchema}. */
export type Condition = z.infer<typeof conditionSchema>
