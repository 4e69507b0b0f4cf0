import { z } from './zod'
import { certaintySchema } from './certainty'
import { conditionIdSchema, findingIdSchema, passageIdSchema, sourceIdSchema, summaryIdSchema } from './ids'
import { studyRowSchema } from './study'

/** A calendar day, `2026-11-22`. Days in a bundle have no time and no zone. */
export const daySchema = z.iso.date()

/**
 * Which way the effect points for the person treated. `better` and `worse` need a comparison that supports them;
 * `no difference` means that none was shown, not that the groups were equal; `mixed` that results disagree, of
 * studies or within one.
 */
export const directions = ['better', 'worse', 'no difference', 'mixed', 'unclear'] as const
/** See {@link directions}. */
export type Direction = (typeof directions)[number]
export const directionSchema = z.enum(directions)

/** The five GRADE domains that can lower certainty (Balshem et al., J Clin Epidemiol 2011;64:401). */
export const domains = [
  'risk of bias',
  'inconsistency',
  'indirectness',
  'imprecision',
  'publication bias',
] as const
/** See {@link domains}. */
export type Domain = (typeof domains)[number]

/** Effect measures as trials and reviews report them; `other` is named by its `label`. */
export const measures = ['MD', 'SMD', 'RR', 'OR', 'HR', 'RD', 'other'] as const

/** One effect with its interval, exactly as a study or review reported it. */
export const estimateSchema = z.object({
  /** Whose figure it is, when a finding holds several: `Vatvani 2024`. */
  label: z.string().optional(),
  source: sourceIdSchema.optional(),
  measure: z.enum(measures),
  value: z.number(),
  /** The unit of a mean difference: `points of 10`. */
  unit: z.string().optional(),
  interval: z
    .object({ level: z.number().min(50).max(99.9).default(95), low: z.number(), high: z.number() })
    .optional(),
  /** How many decimals the source prints in value and interval, where a number alone would lose a zero: −1.20. */
  decimals: z.int().min(0).max(6).optional(),
  /** As printed: `0.27`, `<0.001`. */
  p: z
    .string()
    .regex(/^[<>]?0?\.\d+$|^[<>]?1(?:\.0+)?$/)
    .optional(),
  /** True when the figure was computed from printed counts, not printed itself. */
  recomputed: z.boolean().optional(),
  /** True when the figure pools several studies, as a meta-analysis does; a forest plot shows it as a diamond. */
  pooled: z.boolean().optional(),
})
/** See {@link estimateSchema}. */
export type Estimate = z.infer<typeof estimateSchema>

/** One arm of a comparison and what was seen in it. */
export const groupSchema = z.object({
  label: z.string().min(1),
  participants: z.int().nonnegative().optional(),
  events: z.int().nonnegative().optional(),
  percent: z.number().min(0).max(100).optional(),
  /** Any other figure, with its unit: `28.8% fall`. */
  result: z.string().optional(),
})
/** See {@link groupSchema}. */
export type Group = z.infer<typeof groupSchema>

const reasonSchema = z.object({
  domain: z.enum(domains),
  /** How many levels this took off: 0 says that the domain was looked at and held. */
  levels: z.int().min(0).max(3),
  why: z.string().min(1),
})

/** Where and when nothing was found. Honest about how: a search that was not systematic says so. */
export const noEvidenceSchema = z.object({ searched: daySchema, how: z.string().min(1) })

/** A passage a finding rests on, with the source that holds it. */
export const passageRefSchema = z.object({ id: passageIdSchema, source: sourceIdSchema })
/** See {@link passageRefSchema}. */
export type PassageRef = z.infer<typeof passageRefSchema>

/** One row of an evidence summary: what was seen for one outcome, how sure we are, and why. */
export const findingSchema = z.object({
  id: findingIdSchema,
  outcome: z.string().min(1),
  /** When the outcome was measured: `12 weeks`. */
  time: z.string().optional(),
  /** The result in one plain sentence. */
  words: z.string().min(1),
  /** The result in two or three words, for the overview: `more vivid dreams`. */
  short: z.string().optional(),
  /** The column of the overview that this finding may stand in. */
  column: z.string().optional(),
  direction: directionSchema,
  studies: z.int().nonnegative().optional(),
  participants: z.int().nonnegative().optional(),
  /** Who was studied, where its sources as a whole are about others too: the adults of a review that holds children. */
  population: z.string().min(1).optional(),
  /** Said when the counts are not plain numbers: `4 to 8 trials`. */
  countsNote: z.string().optional(),
  estimates: z.array(estimateSchema),
  groups: z.array(groupSchema),
  /** The smallest difference that matters to patients, in the unit of the first estimate. */
  important: z.number().optional(),
  /** Which side of no effect is good for the patient. */
  favours: z.enum(['lower', 'higher']).optional(),
  certainty: certaintySchema,
  reasons: z.array(reasonSchema),
  /** What differs between studies that disagree: dose, people, size. */
  conflict: z.string().min(1).optional(),
  /** The sources whose results for this outcome are others than those it rests on; they stand beside them. */
  against: z.array(sourceIdSchema).optional(),
  /** How often a yes/no outcome happens without the treatment, and whose figure that is. */
  baseline: z.object({ percent: z.number().min(0).max(100), why: z.string().min(1) }).optional(),
  /** Who rated, when it was not the editors: `Cochrane review authors`. */
  ratedBy: z.string().optional(),
  /** A doubt about the figures that a reader should know. */
  doubt: z.string().optional(),
  noEvidence: noEvidenceSchema.optional(),
  passages: z.array(passageRefSchema),
})
/** See {@link findingSchema}. */
export type Finding = z.infer<typeof findingSchema>

/** The question of an evidence summary: population, intervention, comparison, outcomes. */
export const picoSchema = z.object({
  population: z.string(),
  intervention: z.string(),
  comparison: z.string(),
  outcomes: z.string(),
})
/** See {@link picoSchema}. */
export type Pico = z.infer<typeof picoSchema>

/** A GRADE-style summary of findings for one question. */
export const evidenceSummarySchema = z.object({
  id: summaryIdSchema,
  condition: conditionIdSchema,
  question: z.string().min(1),
  pico: picoSchema,
  findings: z.array(findingSchema),
})
/** See {@link evidenceSummarySchema}. */
export type EvidenceSummary = z.infer<typeof evidenceSummarySchema>

/** The file `evidence/<condition>.json`. */
export const evidenceFileSchema = z.object({
  summaries: z.array(evidenceSummarySchema),
  /** The studies behind the findings, each once, in the order in which findings name them; then those they disagree with. */
  studies: z.array(studyRowSchema).default([]),
})
/** See {@link evidenceFileSchema}. */
export type EvidenceFile = z.infer<typeof evidenceFileSchema>
