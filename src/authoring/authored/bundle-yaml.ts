import { z } from 'zod'
import { bundleInfoSchema, changeSchema, conditionIdSchema, findingIdSchema } from '../../bundle'
import { languageSchema } from './language'

const info = bundleInfoSchema.shape

/** What is new in a version, as editors write it: pages and findings by their ids. */
const changeYamlSchema = z.strictObject({
  version: changeSchema.shape.version,
  day: changeSchema.shape.day,
  items: z
    .array(
      z.strictObject({
        says: z.string().min(1),
        conditions: z.array(conditionIdSchema).default([]),
        findings: z.array(findingIdSchema).default([]),
      }),
    )
    .min(1),
})
/** See {@link changeYamlSchema}. */
export type ChangeYaml = z.infer<typeof changeYamlSchema>

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
  changes: z.array(changeYamlSchema).default([]),
})
/** See {@link bundleYamlSchema}. */
export type BundleYaml = z.infer<typeof bundleYamlSchema>
