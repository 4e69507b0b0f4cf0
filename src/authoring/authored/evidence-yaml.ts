import { z } from 'zod'
import {
  estimateSchema,
  evidenceSummarySchema,
  findingSchema,
  groupSchema,
  noEvidenceSchema,
  passageIdSchema,
  picoSchema,
} from '../../bundle'

/*
 * What an author writes differs little from what a reader gets, so these are the schemas of the format with unknown
 * keys refused. A file is read in steps, from the whole down to one finding, so that a flaw in one finding does not
 * hide those in the next.
 */

const interval = estimateSchema.shape.interval.unwrap()
const reason = findingSchema.shape.reasons.element

/** The file `evidence/<condition>.yaml`, its summaries not yet read. */
export const evidenceYamlSchema = z.strictObject({ summaries: z.array(z.unknown()) })

/** One summary of it, its findings not yet read. */
export const summaryYamlSchema = z.strictObject({
  id: evidenceSummarySchema.shape.id,
  question: evidenceSummarySchema.shape.question,
  pico: z.strictObject(picoSchema.shape),
  findings: z.array(z.unknown()),
})

/** One finding. */
export const findingYamlSchema = z.strictObject({
  ...findingSchema.shape,
  estimates: z
    .array(z.strictObject({ ...estimateSchema.shape, interval: z.strictObject(interval.shape).optional() }))
    .default([]),
  groups: z.array(z.strictObject(groupSchema.shape)).default([]),
  reasons: z.array(z.strictObject(reason.shape)).default([]),
  baseline: z.strictObject(findingSchema.shape.baseline.unwrap().shape).optional(),
  noEvidence: z.strictObject(noEvidenceSchema.shape).optional(),
  passages: z.array(passageIdSchema).default([]),
})
/** See {@link findingYamlSchema}. */
export type FindingYaml = z.infer<typeof findingYamlSchema>
