import type { Certainty } from '../../../bundle'
import type { EffectVerb, WordingTable } from './wording-table'

/** `reduce` with `reduces` and `reduced`; forms that are not regular are written out. */
function verb(base: string, passive: string | null = regular(base), asserts = `${base}s`): EffectVerb {
  return passive === null ? { base, asserts } : { base, asserts, passive }
}

const regular = (base: string): string => (base.endsWith('e') ? `${base}d` : `${base}ed`)

/*
 * Only verbs that tell what a treatment does to people. Verbs of reporting ("shows", "includes") and of danger ("sets
 * off", "kills") are left out: a warning has to be plain.
 */
const verbs: readonly EffectVerb[] = [
  ...['reduce', 'lower', 'decrease', 'increase', 'raise', 'improve', 'ease', 'relieve', 'prevent'],
  ...['cause', 'worsen', 'treat', 'heal', 'reverse', 'shorten', 'prolong', 'alleviate', 'lessen', 'restore'],
  ...['boost', 'strengthen', 'halve', 'double', 'change', 'eliminate', 'calm', 'soothe', 'slow', 'normalise'],
]
  .map((base) => verb(base))
  .concat([
    verb('help', null),
    verb('work', null),
    verb('fall', null),
    verb('rise', null),
    verb('protect', 'protected'),
    verb('bring', null),
    verb('result in', null, 'results in'),
    verb('lead to', null, 'leads to'),
    verb('normalize', 'normalized'),
    verb('respond', null),
  ])

/**
 * English. The phrases are those of GRADE guideline 26 (Santesso et al., J Clin Epidemiol 2020;119:126, table 2): high
 * "reduces, results in"; moderate "probably, likely"; low "may, the evidence suggests"; very low "the evidence is very
 * uncertain". "Might" and "could" are read as "may"; "more likely" compares and says nothing about certainty. Plain
 * forms for patients ("we are very unsure", "we do not know") count as the phrase they stand for.
 */
export const english: WordingTable = {
  markers: {
    moderate: /\bprobabl[ey]\b|(?<!\b(?:more|less|as|equally|times as|not) )\blikely\b/i,
    low: /\b(?:may|might|could)\b|\bevidence suggests\b|^May\b/,
    'very low':
      /\bvery (?:uncertain|unsure|little is known)\b|\bvery little is known\b|\b(?:do not|don't|cannot|does not) know\b|\b(?:is|are) not known\b|\b(?:is|are) unknown\b/i,
    none: /\b(?:no|nor|any)\b(?:(?![.;:]).){0,160}?\b(?:evidence|trials?|stud(?:y|ies)|reviews?|data|results?|research|reports?|comparisons?)\b.{0,240}?\b(?:found|identified|met|there)\b|\b(?:found|identified|is|are|met) (?:yet )?no\b.{0,160}?\b(?:evidence|trials?|stud(?:y|ies)|reviews?|data|research)\b|\bnothing was found\b/i,
  },
  verbs,
  assertions:
    /\b(?:is|are) (?:\w+ly )?(?:safe|safer|effective|beneficial|helpful|harmless|better|worse|superior|more|less|fewer|lower|higher|greater)\b/gi,
  holds: /\bprobabl[ey]\b|\blikely\b|\bevidence suggests\b/i,
  hedges: /\b(?:may|might|could|probably|likely to)(?: not)?(?: \w+ly)?$/i,
  predicts: /\b(?:will|shall|would|can)(?: not)?(?: \w+ly)?$|(?<!^)\b(?:does|do) not$|(?<!^don)(?:n't|n’t)$/i,
  passives: /\b(?:is|are)(?: not)?(?: \w+ly)?$/i,
  asks: /\b(?:whether|if|how|what|why|when|which|who|that|until|unless|because)\b/i,
  determiners:
    /(?:\b(?:a|an|the|no|any|some|this|that|these|those|its|their|further|little or no|of|in|with|by)\b|\d) ?(?:(?:small|large|slight|clear|further|average|mean|possible|early|true) )?$/i,
  promotional:
    /\b(?:cur(?:es?|ed|ing|ative)|remarkabl[ey]|prov(?:en?|es|ed|ing)|proof|safe and effective|effective and safe|miracl\w*|miraculous\w*|guarante\w+|breakthroughs?|amazing\w*|astonishing\w*|incredibl[ey]|wonder drugs?|game[- ]chang\w+|revolutionar\w+|revolutioni[sz]\w+|panacea|magic\w*|unprecedented|exceptional(?:ly)?|extraordinar(?:y|ily)|spectacular\w*|dramatic(?:ally)?|undoubtedly|undeniabl[ey]|unquestionabl[ey]|definitive(?:ly)?|conclusively|completely safe|perfectly safe|entirely safe|risk[- ]free|no side effects|without side effects|life[- ]chang\w+|life[- ]saving|all[- ]natural|clinically proven|thanks to|highly effective|extremely effective|powerful\w*)\b/gi,
  negations: /\b(?:not|no|never|nor|neither|without|nobody|nothing|none|cannot|n't|hardly|far from)\b|n't\b/i,
  examples: {
    high: 'The treatment reduces pain.',
    moderate: 'The treatment probably reduces pain.',
    low: 'The treatment may reduce pain.',
    'very low': 'The evidence is very uncertain about the effect of the treatment on pain.',
    none: 'No trial of the treatment for pain was found.',
  },
  mend: ({ base, asserts }, certainty) => mended[certainty](base, asserts),
}

const mended: Readonly<Record<Certainty, (base: string, asserts: string) => string>> = {
  high: (_, asserts) => asserts,
  moderate: (_, asserts) => `probably ${asserts}`,
  low: (base) => `may ${base}`,
  'very low': (base) => `may ${base} …, but the evidence is very uncertain`,
  none: () => 'no evidence was found',
}
