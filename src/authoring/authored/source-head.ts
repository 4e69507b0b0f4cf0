import { z } from 'zod'
import { retractionSchema, riskOfBiasSchema, seenSchema, sourceSchema, studySchema } from '../../bundle'
import { languageSchema } from './language'

/** The front matter of `sources/<id>.md`; its passages are read one by one with {@link passageYamlSchema}. */
export const sourceHeadSchema = z.strictObject({
  id: sourceSchema.shape.id,
  title: z.string().min(1).optional(),
  kind: sourceSchema.shape.kind.optional(),
  language: languageSchema.optional(),
  seen: seenSchema.optional(),
  seenNote: z.string().min(1).optional(),
  licence: z.string().min(1).optional(),
  retraction: z.strictObject(retractionSchema.shape).default({ status: 'not looked up' }),
  unconfirmed: z.array(z.string().min(1)).default([]),
  doubt: z.string().min(1).optional(),
  study: z
    .strictObject({
      ...studySchema.shape,
      riskOfBias: z.strictObject(riskOfBiasSchema.shape).optional(),
    })
    .optional(),
  passages: z.record(z.string(), z.unknown()).default({}),
})
/** See {@link sourceHeadSchema}. */
export type SourceHead = z.infer<typeof sourceHeadSchema>

/**
 * A passage as it is authored: its words, and what stands around them where the words alone are not unique. Of a source
 * with a PDF or HTML file, `in: text` says that they stand in the Markdown text and not in the file.
 */
export const passageYamlSchema = z
  .union([
    z.string().min(1),
    z.strictObject({
      quote: z.string().min(1),
      prefix: z.string().min(1).optional(),
      suffix: z.string().min(1).optional(),
      in: z.literal('text').optional(),
    }),
  ])
  .transform((passage) => (typeof passage === 'string' ? { quote: passage } : passage))
