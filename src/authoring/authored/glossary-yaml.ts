import { z } from 'zod'
import { termSchema } from '../../bundle'

/** The file `glossary.yaml`, its terms not yet read. */
export const glossaryYamlSchema = z.strictObject({ terms: z.array(z.unknown()) })

/** One term. */
export const termYamlSchema = z.strictObject({
  ...termSchema.shape,
  aliases: termSchema.shape.aliases.default([]),
})
