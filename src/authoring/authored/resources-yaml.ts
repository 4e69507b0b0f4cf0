import { z } from 'zod'
import { resourceSchema, sourceIdSchema } from '../../bundle'

/** The file `resources.yaml`, its resources not yet read. */
export const resourcesYamlSchema = z.strictObject({ resources: z.array(z.unknown()) })

/** One resource. */
export const resourceYamlSchema = z.strictObject({
  ...resourceSchema.shape,
  sources: z.array(sourceIdSchema).default([]),
})
