import { z } from './zod'
import { sourceIdSchema } from './ids'

/** How much a study may be biased by how it was done, as RoB 2 grades it (Sterne et al., BMJ 2019;366:l4898). */
export const riskOfBiasSchema = z.object({
  judgement: z.enum(['low', 'some concerns', 'high', 'not rated']),
  why: z.string().min(1),
})
/** See {@link riskOfBiasSchema}. */
export type RiskOfBias = z.infer<typeof riskOfBiasSchema>

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
  riskOfBias: riskOfBiasSchema.optional(),
  /** The result in one line, for a table of studies. */
  results: z.string().optional(),
})
/** See {@link studySchema}. */
export type Study = z.infer<typeof studySchema>

/** A study behind the findings of a condition, as a row of its table of studies. Gathered when packing. */
export const studyRowSchema = z.object({ source: sourceIdSchema, label: z.string(), study: studySchema })
/** See {@link studyRowSchema}. */
export type StudyRow = z.infer<typeof studyRowSchema>
