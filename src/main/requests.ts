import { z } from 'zod'
import {
  bundleIdSchema,
  conditionIdSchema,
  handoutIdSchema,
  pathPattern,
  resourceIdSchema,
  sourceIdSchema,
} from '../bundle'
import { copyTexts, largestCopyPart, referenceFormats, type Call, type Contract } from '../shared/contract'
import { copyHashSchema, unreadSchema } from './copies/copy-list'
import { searchesSchema } from './state/searches'
import { settingsSchema } from './state/settings-schema'

/** A bundle and nothing else. zod reads what an object has inherited too; a request says it itself. */
const bundleOnlySchema = z
  .custom<object>((raw) => typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'bundle'))
  .pipe(z.strictObject({ bundle: bundleIdSchema }))

const pageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('condition'), id: conditionIdSchema }),
  z.strictObject({ kind: z.literal('handout'), id: handoutIdSchema }),
])

const referencesOfSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('source'), id: sourceIdSchema }),
  z.strictObject({ kind: z.literal('condition'), id: conditionIdSchema }),
  z.strictObject({ kind: z.literal('bundle') }),
])

/** A file's name without a folder, as it is shown. */
const fileNameSchema = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\\0]+$/, 'a name without a folder')

const copyPartSchema = z
  .instanceof(Uint8Array)
  .refine(
    ({ length }) => length > 0 && length <= largestCopyPart,
    'not empty, and no larger than a part may be',
  )

/** What is copied at once, in UTF-16 units: every reference of a large bundle, and no more. */
const longestCopied = 10_000_000

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
  listBundles: z.null(),
  openKnownBundle: bundleOnlySchema,
  forgetBundle: bundleOnlySchema,
  listTrustedKeys: z.null(),
  trustKey: z.strictObject({ bundle: bundleIdSchema, from: z.enum(['bundle', 'file']) }),
  distrustKey: z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{4}(?: [0-9a-f]{4}){15}$/) }),
  rememberLocation: z.strictObject({ bundle: bundleIdSchema, location: locationSchema }),
  saveSettings: changesSchema as z.ZodType<Contract['saveSettings']['request']>,
  getSearches: z.null(),
  saveSearches: z.strictObject({ bundle: bundleIdSchema, searches: searchesSchema }),
  printPage: z.strictObject({ bundle: bundleIdSchema, page: pageSchema }),
  savePdf: z.strictObject({ bundle: bundleIdSchema, page: pageSchema }),
  openOriginal: z.strictObject({ bundle: bundleIdSchema, source: sourceIdSchema }),
  openResource: z.strictObject({ bundle: bundleIdSchema, resource: resourceIdSchema }),
  saveReferences: z.strictObject({
    bundle: bundleIdSchema,
    of: referencesOfSchema,
    format: z.enum(referenceFormats),
  }),
  ownCopy: z.strictObject({ bundle: bundleIdSchema, source: sourceIdSchema }),
  sendCopyPart: z.strictObject({
    name: fileNameSchema,
    part: z.enum(['first', 'more']),
    bytes: copyPartSchema,
  }) as z.ZodType<Contract['sendCopyPart']['request']>,
  attachCopy: z.strictObject({ bundle: bundleIdSchema, source: sourceIdSchema, name: fileNameSchema }),
  listCopies: bundleOnlySchema,
  sendIndexPart: z.strictObject({
    sha256: copyHashSchema,
    part: z.enum(['first', 'more']),
    bytes: copyPartSchema,
  }) as z.ZodType<Contract['sendIndexPart']['request']>,
  keepCopyIndex: z.strictObject({ sha256: copyHashSchema, unread: unreadSchema }),
  noteCopyText: z.strictObject({ sha256: copyHashSchema, text: z.enum(copyTexts).exclude(['read']) }),
  removeCopy: z.strictObject({ bundle: bundleIdSchema, source: sourceIdSchema }),
  copyText: z.strictObject({ text: z.string().min(1).max(longestCopied) }),
}
