import { certainties, type Certainty, type FlawCode } from '../../../bundle'
import { promotionalWords } from './promotion'
import { effectVerbsIn } from './effect-verbs'
import { readWording, type SentenceReading } from './read-wording'
import type { WordingTable } from './wording-table'

/** One thing that is wrong with the words of a text, and a wording that would pass. */
export interface WordingFlaw {
  readonly code: FlawCode
  readonly detail: string
}

/**
 * Checks one of our own sentences against the certainty of what it rests on. Stronger words than the certainty allows
 * are refused; weaker ones are told. A sentence that asserts something without a word of certainty speaks of high.
 */
export function checkStatement(text: string, certainty: Certainty, table: WordingTable): WordingFlaw[] {
  const { speaks, sentences } = readWording(text, table)
  const spoken = speaks ?? 'high'
  const flaws = checkPromotion(text, table)
  if (spoken === certainty) return flaws
  const [culprit] = sentences.filter((sentence) => (sentence.speaks ?? 'high') === spoken)
  if (rank(spoken) < rank(certainty))
    return [...flaws, { code: 'WORDING_TOO_STRONG', detail: tooStrong(certainty, spoken, culprit, table) }]
  return [
    ...flaws,
    {
      code: spoken === 'none' ? 'WORDING_DENIES_EVIDENCE' : 'WORDING_TOO_WEAK',
      detail: `the words speak of certainty ${spoken}, and it is ${certainty}; like this it would pass: "${table.examples[certainty]}"`,
    },
  ]
}

/**
 * Checks a text whose sentences are not tied to one finding each, a handout: none may assert more than the strongest
 * of the findings it rests on. Sentences that assert nothing (what a study saw, what to do) are left alone.
 */
export function checkAgainstStrongest(text: string, limit: Certainty, table: WordingTable): WordingFlaw[] {
  return readWording(text, table).sentences.flatMap((sentence): WordingFlaw[] => {
    const asserts = sentence.asserted.length > 0 ? 'high' : hedgedEffect(sentence, table)
    if (asserts === null || rank(asserts) >= rank(limit)) return []
    return [{ code: 'WORDING_TOO_STRONG', detail: tooStrong(limit, asserts, sentence, table) }]
  })
}

/** The words of praise and proof in a text. */
export function checkPromotion(text: string, table: WordingTable): WordingFlaw[] {
  return promotionalWords(text, table).map((words) => ({
    code: 'WORDING_PROMOTIONAL',
    detail: `"${words}"; say what was seen and how sure it is, for one: "${table.examples.low}"`,
  }))
}

const rank = (certainty: Certainty): number => certainties.indexOf(certainty)

/** What a sentence with "may help" or "probably helps" speaks of; null when it is about no effect. */
function hedgedEffect({ sentence, speaks }: SentenceReading, table: WordingTable): Certainty | null {
  const hedged = effectVerbsIn(sentence, table).some(({ at }) =>
    table.hedges.test(sentence.slice(0, at).trimEnd()),
  )
  return hedged ? speaks : null
}

function tooStrong(
  certainty: Certainty,
  spoken: Certainty,
  culprit: SentenceReading | undefined,
  table: WordingTable,
): string {
  const [assertion] = culprit?.asserted ?? []
  const verb = assertion?.verb ?? null
  const words = assertion?.words ?? (culprit === undefined ? '' : firstWords(culprit.sentence))
  const passing = verb === null ? table.examples[certainty] : table.mend(verb, certainty)
  return `"${words}" speaks of certainty ${spoken}, and it is ${certainty} (GRADE guideline 26); like this it would pass: "${passing}"`
}

const firstWords = (sentence: string): string => {
  const words = sentence.split(' ')
  return words.length <= 8 ? sentence : `${words.slice(0, 8).join(' ')} …`
}
