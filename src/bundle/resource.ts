import { z } from './zod'
import { resourceIdSchema, sourceIdSchema } from './ids'

/** What a resource is. */
export const resourceKinds = [
  'organisation',
  'guide',
  'directory',
  'film',
  'radio show',
  'book',
  'website',
] as const
/** See {@link resourceKinds}. */
export type ResourceKind = (typeof resourceKinds)[number]

/** What the editors had before them when they described a resource. */
export const resourceSeenLevels = ['page seen', 'seen in part', 'page not seen'] as const

/** A whole `https:` address, without a name before an `@` that could make it look like another. */
export const webAddressSchema = z
  .string()
  .max(2_000)
  .refine((address) => {
    if (!URL.canParse(address)) return false
    const { protocol, username, password } = new URL(address)
    return protocol === 'https:' && username === '' && password === ''
  }, 'not a whole https: address')

/** An organisation, book, film or site that readers may want. Opened in their own browser, on confirmation. */
export const resourceSchema = z.object({
  id: resourceIdSchema,
  title: z.string().min(1),
  kind: z.enum(resourceKinds),
  /** What it offers, plainly. */
  offers: z.string().min(1),
  runBy: z.string().min(1).optional(),
  access: z.enum(['free', 'paid', 'free and paid', 'not known']),
  url: webAddressSchema.optional(),
  seen: z.enum(resourceSeenLevels),
  /** Interests and cautions that a reader should know. */
  note: z.string().min(1).optional(),
  sources: z.array(z.object({ id: sourceIdSchema, label: z.string() })),
})
/** See {@link resourceSchema}. */
export type Resource = z.infer<typeof resourceSchema>

/** The file `resources.json`, in the order of the authors. */
export const resourcesSchema = z.object({ resources: z.array(resourceSchema) })
/** See {@link resourcesSchema}. */
export type Resources = z.infer<typeof resourcesSchema>
