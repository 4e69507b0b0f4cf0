import { z } from './zod'
import { daySchema } from './evidence'
import { claimIdSchema, conditionIdSchema, handoutIdSchema, sourceIdSchema } from './ids'
import { blockSchema } from './mdast'
import { regimenSchema } from './regimen'

/** The sections of every condition page, in the one order in which they may stand. */
export const sectionKinds = [
  'bottom-line',
  'studied',
  'found',
  'harms',
  'regimens',
  'claims',
  'unknown',
  'sources',
] as const
/** See {@link sectionKinds}. */
export type SectionKind = (typeof sectionKinds)[number]

/**
 * What a page is about: a condition, with the fixed sections; or a topic that many conditions share (how a drug works,
 * its safety), with a bottom line and then sections of its own.
 */
export const pageKinds = ['condition', 'topic'] as const
/** See {@link pageKinds}. */
export type PageKind = (typeof pageKinds)[number]

/** One section of a condition page. `claims` and `sources` are filled in when packing; `topic` stands on topics only. */
export const sectionSchema = z.object({
  kind: z.enum([...sectionKinds, 'topic']),
  title: z.string(),
  body: z.array(blockSchema),
})
/** See {@link sectionSchema}. */
export type Section = z.infer<typeof sectionSchema>

/** Codes under which a condition is known elsewhere. */
export const codesSchema = z.object({ icd10: z.array(z.string()), mesh: z.array(z.string()) })

/** A condition page. The file `conditions/<id>.json`. */
export const conditionSchema = z.object({
  id: conditionIdSchema,
  kind: z.enum(pageKinds).default('condition'),
  title: z.string().min(1),
  language: z.string(),
  codes: codesSchema,
  aliases: z.array(z.string()),
  /** Words by which people look for the page who do not know its name: `stomach cramps`. Searched, never shown. */
  layWords: z.array(z.string()).default([]),
  reviewed: daySchema,
  sections: z.array(sectionSchema),
  regimens: z.array(regimenSchema).default([]),
  claims: z.array(claimIdSchema),
  handouts: z.array(z.object({ id: handoutIdSchema, title: z.string(), language: z.string() })),
  sources: z.array(z.object({ id: sourceIdSchema, label: z.string(), title: z.string() })),
})
/** See {@link conditionSchema}. */
export type Condition = z.infer<typeof conditionSchema>
