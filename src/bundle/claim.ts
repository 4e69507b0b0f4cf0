import { z } from './zod'
import { certaintySchema } from './certainty'
import {
  claimIdSchema,
  conditionIdSchema,
  findingIdSchema,
  passageIdSchema,
  sourceIdSchema,
  statementIdSchema,
} from './ids'

/** Our reply to a claim, in one word. `opinion` is for what no evidence could settle. */
export const verdicts = ['supported', 'partly', 'unsupported', 'contradicted', 'opinion'] as const
/** See {@link verdicts}. */
export type Verdict = (typeof verdicts)[number]

/** What somebody else says, in our paraphrase, and our answer. */
export const claimSchema = z.object({
  id: claimIdSchema,
  says: z.string().min(1),
  /** Other words in which people say it, `no side effects`: searched, never shown. */
  layWords: z.array(z.string().min(1)).default([]),
  /** The heading of the article under which it stands. */
  heading: z.string(),
  /** `the article`, `an interviewed clinician`, `an interviewed patient`: never a name. */
  who: z.string(),
  verdict: z.enum(verdicts),
  why: z.array(z.string().min(1)).min(1),
  conditions: z.array(conditionIdSchema),
  statements: z.array(
    z.object({
      id: statementIdSchema,
      condition: conditionIdSchema,
      finding: findingIdSchema,
      text: z.string(),
      /** How sure one can be of it; null in a bundle that was packed before claims said so. */
      certainty: certaintySchema.nullable().default(null),
    }),
  ),
  /** What answers it directly, where no statement of ours does. */
  passages: z.array(z.object({ id: passageIdSchema, source: sourceIdSchema, label: z.string() })).default([]),
  sources: z.array(z.object({ id: sourceIdSchema, label: z.string() })),
})
/** See {@link claimSchema}. */
export type Claim = z.infer<typeof claimSchema>

/** The file `claims.json`. */
export const claimsFileSchema = z.object({
  /** The source whose claims these are. */
  article: z.object({ source: sourceIdSchema, label: z.string(), title: z.string() }).nullable(),
  claims: z.array(claimSchema),
})
/** See {@link claimsFileSchema}. */
export type ClaimsFile = z.infer<typeof claimsFileSchema>
