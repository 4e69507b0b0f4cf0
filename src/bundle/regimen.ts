import { z } from './zod'
import { certaintySchema } from './certainty'
import { passageRefSchema } from './evidence'
import { findingIdSchema, regimenIdSchema } from './ids'

/** What kind of report a regimen comes from; it says how it came to be known, not that it works. */
export const regimenBases = [
  'randomised trial',
  'uncontrolled study',
  'case report',
  'survey or register',
  'review',
  'label',
  'practice',
  'article',
] as const
/** See {@link regimenBases}. */
export type RegimenBasis = (typeof regimenBases)[number]

/**
 * A dosing schedule as it was reported, never advice. Doses are texts with their units written out; what was not
 * reported is left out.
 */
export const regimenSchema = z.object({
  id: regimenIdSchema,
  /** Where it was used: `Largest trial, Denmark`. */
  title: z.string().min(1),
  basis: z.enum(regimenBases),
  start: z.string().min(1).optional(),
  steps: z.string().min(1).optional(),
  target: z.string().min(1).optional(),
  maximum: z.string().min(1).optional(),
  /** When in the day, and how often. */
  timing: z.string().min(1).optional(),
  duration: z.string().min(1).optional(),
  /** What was taken: `compounded capsules`. */
  form: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
  warning: z.string().min(1).optional(),
  /** What was seen with it. */
  findings: z.array(findingIdSchema),
  /** The weakest certainty among its findings; null when nothing was measured with it. */
  certainty: certaintySchema.nullable(),
  /** Where it is reported. */
  passages: z.array(passageRefSchema.extend({ label: z.string() })).min(1),
})
/** See {@link regimenSchema}. */
export type Regimen = z.infer<typeof regimenSchema>
