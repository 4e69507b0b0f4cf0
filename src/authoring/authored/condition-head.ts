import { z } from 'zod'
import { conditionSchema } from '../../bundle'
import { languageSchema } from './language'

const page = conditionSchema.shape

/** The front matter of `conditions/<id>.md`. */
export const conditionHeadSchema = z.strictObject({
  id: page.id,
  kind: page.kind,
  title: page.title,
  group: z.string().optional(),
  language: languageSchema.optional(),
  codes: z
    .strictObject({ icd10: page.codes.shape.icd10.default([]), mesh: page.codes.shape.mesh.default([]) })
    .default({ icd10: [], mesh: [] }),
  aliases: page.aliases.default([]),
  layWords: page.layWords,
  reviewed: page.reviewed,
})
/** See {@link conditionHeadSchema}. */
export type ConditionHead = z.infer<typeof conditionHeadSchema>
