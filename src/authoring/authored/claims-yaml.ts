import { z } from 'zod'
import {
  claimSchema,
  conditionIdSchema,
  passageIdSchema,
  sourceIdSchema,
  statementIdSchema,
} from '../../bundle'

/** The file `claims.yaml`, its claims not yet read. */
export const claimsYamlSchema = z.strictObject({
  article: sourceIdSchema.optional(),
  claims: z.array(z.unknown()),
})

/** One claim. */
export const claimYamlSchema = z.strictObject({
  ...claimSchema.shape,
  heading: z.string().default(''),
  who: z.string().min(1).default('the article'),
  conditions: z.array(conditionIdSchema).default([]),
  statements: z.array(statementIdSchema).default([]),
  passages: z.array(passageIdSchema).default([]),
  sources: z.array(sourceIdSchema).default([]),
})
/** See {@link claimYamlSchema}. */
export type ClaimYaml = z.infer<typeof claimYamlSchema>
