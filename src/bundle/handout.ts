import { z } from './zod'
import { certaintySchema } from './certainty'
import { daySchema } from './evidence'
import { conditionIdSchema, findingIdSchema, handoutIdSchema, passageIdSchema, sourceIdSchema } from './ids'
import { blockSchema } from './mdast'

/** How far a translation has been checked. Until somebody who speaks the language has read it, it is a draft. */
export const translationSchema = z.object({
  /** The handout that it says the same as. */
  of: handoutIdSchema,
  status: z.enum(['draft', 'read by a second speaker', 'read by a clinician who speaks it']),
  checked: daySchema.optional(),
})
/** See {@link translationSchema}. */
export type Translation = z.infer<typeof translationSchema>

/** A page for patients, in one language and at one reading level. The file `handouts/<id>.json`. */
export const handoutSchema = z.object({
  id: handoutIdSchema,
  title: z.string().min(1),
  /** BCP 47: `en`, `pt-BR`. */
  language: z.string(),
  level: z.enum(['easy', 'standard']),
  condition: conditionIdSchema.nullable(),
  reviewed: daySchema,
  /** Null for a page that was not translated. */
  translation: translationSchema.nullable().default(null),
  /** The summary box at the top. */
  short: z.array(blockSchema),
  body: z.array(blockSchema),
  /** What it rests on, with where each finding leads. */
  findings: z.array(
    z.object({
      id: findingIdSchema,
      condition: conditionIdSchema,
      outcome: z.string(),
      certainty: certaintySchema,
    }),
  ),
  /** What it rests on directly, where no finding holds it: a label's safety rule, for one. */
  passages: z.array(z.object({ id: passageIdSchema, source: sourceIdSchema, label: z.string() })),
})
/** See {@link handoutSchema}. */
export type Handout = z.infer<typeof handoutSchema>
