import { z } from 'zod'

const percent = z.number().min(10).max(80)

/** Reads settings from the window and from the state file; refuses values that the desk could not show. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.number().min(80).max(200),
  panes: z.strictObject({ contents: z.boolean(), evidence: z.boolean(), source: z.boolean() }),
  widths: z.strictObject({ page: percent, evidence: percent, source: percent }),
  findingsAs: z.enum(['words', 'numbers', 'picture']),
})
