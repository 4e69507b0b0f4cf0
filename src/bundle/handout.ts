import { z } from './zod'
import { certaintySchema } from './certainty'
import { daySchema } from './evidence'
import { conditionIdSchema, findingIdSchema, handoutIdSchema, passageIdSchema, sourceIdSchema } from './ids'
import { blockSchema } from './mdast'

/** A page for patients, in one language and at one reading level. The file `handouts/<id>.json`. */
export const handoutSchema = z.object({
  id: handoutIdSchema,
  title: z.string().min(1),
  /** BCP 47: `en`, `pt-BR`. */
  language: z.string(),
  level: z.enum(['easy', 'standard']),
  condition: conditionIdSchema.nullable(),
  reviewed: daySchema,
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
