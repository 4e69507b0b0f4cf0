import { z } from 'zod'
import { bundleIdSchema, conditionIdSchema, handoutIdSchema, pathPattern, sourceIdSchema } from '../bundle'
import type { Call, Contract } from '../shared/contract'
import { settingsSchema } from './state/settings-schema'

const pageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('condition'), id: conditionIdSchema }),
  z.strictObject({ kind: z.literal('handout'), id: handoutIdSchema }),
])

/** A path in a bundle, as the window shows it: no host, and no more than an address may hold. */
export const locationSchema = z.string().max(2_000).regex(pathPattern, 'a path in the bundle')

/** A setting may be left out, but not be `undefined`: that would cross the processes and wipe out the setting kept. */
const changesSchema = settingsSchema
  .partial()
  .refine((changes) => !Object.values(changes).includes(undefined), 'a setting without a value')

/** How each request is read. The contract's types vanish at run time; these do not. */
export const requests: { readonly [C in Call]: z.ZodType<Contract[C]['request']> } = {
  getSession: z.null(),
  chooseBundle: z.null(),
  openDefaultBundle: z.null(),
  rememberLocation: z.strictObject({ bundle: bundleIdSchema, location: locationSchema }),
  saveSettings: changesSchema as z.ZodType<Contract['saveSettings']['request']>,
  printPage: z.strictObject({ bundle: bundleIdSchema, page: pageSchema }),
  savePdf: z.strictObject({ bundle: bundleIdSchema, page: pageSchema }),
  openOriginal: z.strictObject({ bundle: bundleIdSchema, source: sourceIdSchema }),
}
