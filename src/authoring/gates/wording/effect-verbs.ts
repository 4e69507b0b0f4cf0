import type { EffectVerb, WordingTable } from './wording-table'

/** A verb of effect in a sentence. */
export interface VerbInPlace {
  readonly verb: EffectVerb
  readonly form: keyof EffectVerb
  /** As it is written there. */
  readonly words: string
  readonly at: number
}

interface Forms {
  readonly pattern: RegExp
  readonly meant: ReadonlyMap<string, readonly Pick<VerbInPlace, 'verb' | 'form'>[]>
}

const known = new WeakMap<WordingTable, Forms>()

/** Every verb of effect in a sentence, in any of its forms, found in one pass. */
export function effectVerbsIn(sentence: string, table: WordingTable): VerbInPlace[] {
  const { pattern, meant } = formsOf(table)
  return [...sentence.matchAll(pattern)].flatMap(({ 0: words, index: at }) =>
    (meant.get(words.toLowerCase()) ?? []).map((each) => ({ ...each, words, at })),
  )
}

function formsOf(table: WordingTable): Forms {
  const made = known.get(table) ?? makeForms(table.verbs)
  known.set(table, made)
  return made
}

function makeForms(verbs: readonly EffectVerb[]): Forms {
  const meant = new Map<string, Pick<VerbInPlace, 'verb' | 'form'>[]>()
  for (const verb of verbs)
    for (const form of ['asserts', 'base', 'passive'] as const) {
      const words = verb[form]?.toLowerCase()
      if (words !== undefined) meant.set(words, [...(meant.get(words) ?? []), { verb, form }])
    }
  const longestFirst = [...meant.keys()].sort((one, other) => other.length - one.length)
  return {
    pattern: new RegExp(String.raw`(?<![\p{L}-])(?:${longestFirst.join('|')})(?![\p{L}-])`, 'giu'),
    meant,
  }
}
