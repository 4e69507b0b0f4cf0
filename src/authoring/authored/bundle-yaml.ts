import { z } from 'zod'
import { bundleInfoSchema, conditionIdSchema } from '../../bundle'
import { languageSchema } from './language'

const info = bundleInfoSchema.shape

/** The file `bundle.yaml`: who the bundle is. */
export const bundleYamlSchema = z.strictObject({
  id: info.id,
  version: info.version,
  title: info.title,
  publisher: z.string().min(1),
  licence: z.string().min(1),
  languages: z.array(languageSchema).min(1),
  reviewed: info.reviewed,
  expires: info.expires,
  summary: info.summary,
  groups: info.groups.default([]),
  safety: conditionIdSchema.optional(),
  columns: z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1) })).default([]),
})
/** See {@link bundleYamlSchema}. */
export type BundleYaml = z.infer<typeof bundleYamlSchema>
