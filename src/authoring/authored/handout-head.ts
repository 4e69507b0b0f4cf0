import { z } from 'zod'
import { findingIdSchema, handoutSchema, passageIdSchema, translationSchema } from '../../bundle'
import { languageSchema } from './language'

const page = handoutSchema.shape

/** The front matter of `handouts/<id>.md`. */
export const handoutHeadSchema = z.strictObject({
  id: page.id,
  title: page.title,
  language: languageSchema.optional(),
  level: page.level,
  translation: z.strictObject(translationSchema.shape).optional(),
  condition: page.condition.unwrap().optional(),
  reviewed: page.reviewed,
  findings: z.array(findingIdSchema).default([]),
  passages: z.array(passageIdSchema).default([]),
})
/** See {@link handoutHeadSchema}. */
export type HandoutHead = z.infer<typeof handoutHeadSchema>
