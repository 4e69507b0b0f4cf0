import { z } from 'zod'
import { findingIdSchema, passageIdSchema, regimenSchema } from '../../bundle'

/** The file `regimens/<condition>.yaml`, its regimens not yet read. */
export const regimensYamlSchema = z.strictObject({ regimens: z.array(z.unknown()) })

const written = regimenSchema.omit({ certainty: true }).shape

/** One regimen. Its certainty is not typed: it follows from its findings. */
export const regimenYamlSchema = z.strictObject({
  ...written,
  findings: z.array(findingIdSchema).default([]),
  passages: z.array(passageIdSchema).min(1, 'a regimen names at least one passage that reports it'),
})
/** See {@link regimenYamlSchema}. */
export type RegimenYaml = z.infer<typeof regimenYamlSchema>
