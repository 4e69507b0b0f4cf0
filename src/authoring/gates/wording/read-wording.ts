import { strongest, type Certainty } from '../../../bundle'
import { sentencesOf, withoutQuotations } from '../sentences'
import { effectVerbsIn, type VerbInPlace } from './effect-verbs'
import type { EffectVerb, WordingTable } from './wording-table'

/** Words that assert an effect, with the verb where there is one. */
export interface Assertion {
  readonly words: string
  readonly verb: EffectVerb | null
}

/** What one sentence says about how sure we are. */
export interface SentenceReading {
  readonly sentence: string
  /** The certainty that its words speak of; null when it says neither an effect nor a certainty. */
  readonly speaks: Certainty | null
  /** What it asserts as a fact. */
  readonly asserted: readonly Assertion[]
}

/** What a text says about how sure we are. */
export interface WordingReading {
  /** The strongest of its sentences; null when none says anything. */
  readonly speaks: Certainty | null
  readonly sentences: readonly SentenceReading[]
}

/** Reads which certainty the words of a text speak of. What stands in quotation marks does not count. */
export function readWording(text: string, table: WordingTable): WordingReading {
  const sentences = sentencesOf(withoutQuotations(text)).map((sentence) => readSentence(sentence, table))
  const spoken = sentences.flatMap(({ speaks }) => speaks ?? [])
  return { speaks: spoken.length === 0 ? null : strongest(spoken), sentences }
}

function readSentence(sentence: string, table: WordingTable): SentenceReading {
  const asserted = assertionsIn(sentence, table)
  const { markers } = table
  // "LDN may help, but the evidence is very uncertain" is very low: guideline 26 has that form. "Probably" is not.
  const speaks = asserted.some(({ sure }) => sure)
    ? 'high'
    : markers.moderate.test(sentence)
      ? 'moderate'
      : markers['very low'].test(sentence)
        ? 'very low'
        : markers.low.test(sentence)
          ? 'low'
          : markers.none.test(sentence)
            ? 'none'
            : null
  return { sentence, speaks, asserted: asserted.filter(({ sure }) => sure) }
}

interface Found extends Assertion {
  /** False when a marker of its own clause holds it back: "probably reduces". */
  readonly sure: boolean
}

function assertionsIn(sentence: string, table: WordingTable): Found[] {
  const phrases = [...sentence.matchAll(table.assertions)].map(({ 0: words, index: at }) => ({
    words,
    verb: null,
    at,
  }))
  const verbs = effectVerbsIn(sentence, table).flatMap((place) => {
    const words = factIn(sentence, place, table)
    return words === null ? [] : [{ words, verb: place.verb, at: place.at }]
  })
  return [...phrases, ...verbs].flatMap(({ at, words, verb }) => {
    const before = clauseBefore(sentence, at)
    return table.asks.test(before) ? [] : [{ words, verb, sure: !table.holds.test(`${before} ${words}`) }]
  })
}

/** The words with which a verb states a fact ("reduces", "is reduced", "will reduce"); null when it does not. */
function factIn(sentence: string, { form, words, at }: VerbInPlace, table: WordingTable): string | null {
  const before = sentence.slice(0, at)
  if (form === 'asserts') return table.determiners.test(before) ? null : words
  const leading = (form === 'passive' ? table.passives : table.predicts).exec(before.trimEnd())?.[0]
  return leading === undefined ? null : `${leading} ${words}`
}

/** What stands before a place in its clause: after the last stop, semicolon, colon, comma or dash. */
const clauseBefore = (sentence: string, at: number): string =>
  /[^,;:.!?–—()]*$/.exec(sentence.slice(0, at).replace(/(?<=\d)[.,](?=\d)/g, ''))?.[0] ?? ''
