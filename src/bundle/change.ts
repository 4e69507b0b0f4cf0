import { z } from './zod'
import { daySchema } from './evidence'
import { conditionIdSchema, findingIdSchema } from './ids'

/** Semantic Versioning 2.0.0 without build metadata, which has no order and so no use to a reader. */
export const versionSchema = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?$/)

/** A page that a change is about, and the finding on it when it is about one. */
const concernSchema = z.object({
  condition: conditionIdSchema,
  finding: z.object({ id: findingIdSchema, outcome: z.string() }).optional(),
})
/** See {@link concernSchema}. */
export type Concern = z.infer<typeof concernSchema>

/** What the editors say is new in one version of a bundle. */
export const changeSchema = z.object({
  version: versionSchema,
  day: daySchema,
  items: z.array(z.object({ says: z.string().min(1), concerns: z.array(concernSchema) })).min(1),
})
/** See {@link changeSchema}. */
export type Change = z.infer<typeof changeSchema>
