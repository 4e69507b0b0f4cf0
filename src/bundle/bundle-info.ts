import { z } from './zod'
import { certaintySchema } from './certainty'
import { daySchema, directionSchema } from './evidence'
import { bundleIdSchema, conditionIdSchema, findingIdSchema, handoutIdSchema } from './ids'
import { pageKinds } from './condition'
import { blockSchema } from './mdast'
import { changeSchema, versionSchema } from './change'

/** The version of the bundle format that this code writes, and the newest major version that it reads. */
export const formatVersion = '1.0'

/** One cell of the overview: the finding that best answers a column for a condition. */
const cellSchema = z.object({
  column: z.string(),
  finding: findingIdSchema,
  short: z.string(),
  direction: directionSchema,
  certainty: certaintySchema,
  /** Kinds of study that the finding rests on, as search filters by them: `randomised trial`. */
  designs: z.array(z.string()).default([]),
})

/** A SHA-256 digest in lower-case hexadecimal. */
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

const conditionEntrySchema = z.object({
  id: conditionIdSchema,
  kind: z.enum(pageKinds).default('condition'),
  title: z.string().min(1),
  group: z.string(),
  aliases: z.array(z.string()),
  /** The strongest certainty among the condition's findings, whatever they are about. */
  certainty: certaintySchema,
  /**
   * How sure the answer to the page's main question is: the cell of the first column, else (`column` null) the first statement
   * of the bottom line. Pages of which neither says it have none.
   */
  answer: z.object({ column: z.string().nullable(), certainty: certaintySchema }).optional(),
  /** Kinds of study behind any finding of the condition. */
  designs: z.array(z.string()).default([]),
  reviewed: daySchema,
  cells: z.array(cellSchema),
  /** Content hashes: of `conditions/<id>.json` and of `evidence/<id>.json`. */
  sha256: z.object({ page: sha256Schema, evidence: sha256Schema }),
})
/** A line of the table of contents. */
export type ConditionEntry = z.infer<typeof conditionEntrySchema>

const handoutEntrySchema = z.object({
  id: handoutIdSchema,
  title: z.string().min(1),
  language: z.string(),
  level: z.enum(['easy', 'standard']),
  condition: conditionIdSchema.nullable(),
  /** Content hash: of `handouts/<id>.json`. */
  sha256: sha256Schema,
})
/** A handout in the table of contents. */
export type HandoutEntry = z.infer<typeof handoutEntrySchema>

/** How much of the content is held by the chain. Counted when packing, never typed. */
export const coverageSchema = z.object({
  statements: z.int().nonnegative(),
  withFinding: z.int().nonnegative(),
  withPassage: z.int().nonnegative(),
  findings: z.int().nonnegative(),
  noEvidenceFound: z.int().nonnegative(),
  passages: z.int().nonnegative(),
})
/** See {@link coverageSchema}. */
export type Coverage = z.infer<typeof coverageSchema>

/**
 * `bundle.json`: who a bundle is and what is in it. All that opening a bundle reads. Its size follows the number of
 * conditions and handouts, not of sources, so a library of 10,000 documents opens as fast as one of 100.
 */
export const bundleInfoSchema = z.object({
  format: z.string().regex(/^\d+\.\d+$/),
  id: bundleIdSchema,
  version: versionSchema,
  title: z.string().min(1),
  publisher: z.string(),
  /** An SPDX expression for the content: `CC-BY-4.0`. */
  licence: z.string(),
  languages: z.array(z.string()).min(1),
  reviewed: daySchema,
  expires: daySchema,
  /** What the bundle is, for the overview: one or two plain sentences. */
  summary: z.string(),
  /** The "About this bundle" page. */
  about: z.array(blockSchema),
  groups: z.array(z.string()),
  columns: z.array(z.object({ id: z.string(), title: z.string() })),
  conditions: z.array(conditionEntrySchema),
  handouts: z.array(handoutEntrySchema),
  /** What the editors say of each version, the newest first. */
  changes: z.array(changeSchema).default([]),
  /** The page that holds contraindications and interactions, one key away from every other. */
  safety: conditionIdSchema.nullable().default(null),
  counts: z.object({
    sources: z.int().nonnegative(),
    /** Those that hold a PDF; a window that will show none need not make ready for one. */
    pdfs: z.int().nonnegative().default(0),
    claims: z.int().nonnegative(),
    regimens: z.int().nonnegative().default(0),
    terms: z.int().nonnegative().default(0),
    resources: z.int().nonnegative().default(0),
  }),
  coverage: coverageSchema,
  /** The search index: which shards there are and the fingerprint of the options that built them. */
  search: z.object({ fingerprint: z.string(), shards: z.array(z.string()) }),
})
/** See {@link bundleInfoSchema}. */
export type BundleInfo = z.infer<typeof bundleInfoSchema>

/** True when this code can read a bundle of the given format: any minor version of major version 1. */
export const canReadFormat = (format: string): boolean => /^1\.\d+$/.test(format)
