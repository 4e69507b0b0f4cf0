import type { Certainty } from '../../../bundle'

/** A verb of effect in the forms that a sentence can assert it with. */
export interface EffectVerb {
  /** After "may" or "will", and for several subjects: `reduce`. */
  readonly base: string
  /** For one subject: `reduces`. */
  readonly asserts: string
  /** After "is" or "are": `reduced`. Left out where the language does not say it of a treatment. */
  readonly passive?: string
}

/**
 * The words of one language in which certainty is expressed. A language is added by writing one of these; the code
 * that reads sentences does not change. Every pattern is matched against one sentence.
 */
export interface WordingTable {
  /** Which of the four levels of GRADE, or `none`, a phrase speaks of. Phrases that assert are found by their verb. */
  readonly markers: Readonly<Record<Exclude<Certainty, 'high'>, RegExp>>
  readonly verbs: readonly EffectVerb[]
  /** Phrases that assert an effect without a verb of effect: "is safe", "works". */
  readonly assertions: RegExp
  /** Words that hold back a verb that stands later in their clause: "probably reduces". */
  readonly holds: RegExp
  /** Words that make the verb right after them a possibility: "may", "may not". Ends where the verb begins. */
  readonly hedges: RegExp
  /** Words that make the verb right after them a fact: "will", "does not". Ends where the verb begins. */
  readonly predicts: RegExp
  /** Words that make the verb after them part of a question or of what others hold: "whether LDN reduces". */
  readonly asks: RegExp
  /** Words that make the form right after them an assertion in the passive: "is". Ends where the form begins. */
  readonly passives: RegExp
  /** Words that make the form after them a noun: "no increase". Ends where the noun begins. */
  readonly determiners: RegExp
  /** Words of praise and of proof that no certainty allows. */
  readonly promotional: RegExp
  /** Words that turn praise and proof round when they stand shortly before it: "not proven". */
  readonly negations: RegExp
  /** A sentence that would pass, for each certainty. */
  readonly examples: Readonly<Record<Certainty, string>>
  /** How a verb of effect would have to be written. */
  readonly mend: (verb: EffectVerb, certainty: Certainty) => string
}
