import type { Options } from 'minisearch'
import { indexedTerms } from './analyse'
import type { Row } from './row'
import { stopWords } from './stop-words'
import { unitTables } from './units'

/** The fields of a row that are searched. */
export const searchedFields = ['title', 'also', 'text'] as const

/** A row as the index takes it in: its number in the shard and the fields that are searched. */
export interface IndexedRow extends Pick<Row, (typeof searchedFields)[number]> {
  readonly number: number
}

/** How MiniSearch counts what goes into an index. It gets whole terms from us. */
export const indexOptions: Options<IndexedRow> = {
  fields: [...searchedFields],
  idField: 'number',
  tokenize: indexedTerms,
  processTerm: (term) => term,
  autoVacuum: false,
}

/**
 * How hits are ranked. None of this is in the index, so it can change without building one anew. The numbers are round
 * ones near the best of those tried on SciFact and PubMedQA.
 */
export const ranking = {
  /**
   * BM25+. `k`: how much a term counts for that stands there often; `b`: how much a long text is held against it;
   * `d`: what any match is worth at least (0: nothing beyond its own weight).
   */
  bm25: { k: 1.5, b: 0.75, d: 0 },
  /** Titles and other names are short, and that alone makes a term in them weigh more. */
  fields: { title: 1, also: 1, text: 1 },
  /** How many times a word of the query counts at most that stands there over and over: `k3` of BM25. */
  repeated: 7,
  /**
   * What a stop word weighs where all that has any word is ranked, and how many other words a query may have for it to
   * be asked: in a short question it tells "how" from "why", in a long one nothing.
   */
  functionWords: { weight: 0.5, most: 6 },
  /** The parts of a word against the whole of it: `anti` and `tnf` against `antitnf`. */
  part: 0.5,
  /** A word that begins as the half-typed one does, against that word itself. */
  completion: 0.5,
  /** Another name of what a word names, against that word. */
  synonym: 0.5,
  /** A word that is spelled almost so, per slip. It is only asked for when the index does not know the word as typed. */
  spelling: 0.5,
  /**
   * How many letters a word needs before its spelling is mended: in a short query, and in a sentence, where most words
   * that the bundle lacks are good English. With more than `most` words it is left alone.
   */
  mended: { alone: 4, inSentence: 8, most: 32 },
  /** Up to so many words all are required; with more, a row needs `enough` of what they weigh together. */
  required: 3,
  /** And all words of two names, however long these are: who asks "low dose naltrexone fibro" puts no question in words. */
  requiredNames: 2,
  enough: 0.15,
  /**
   * What lacking words costs: the score is multiplied by the share of their weight to this power. 0: nothing. In a query
   * of as many words as a `sentence` has it costs most: of two words either may be meant, and no row has most of a page.
   */
  coverage: 0.5,
  sentence: 8,
  /**
   * A word that more than this share of all rows has tells too little to be found by alone: in a bundle about a drug,
   * its name.
   */
  commonplace: 1 / 3,
  /** What is worth more when all else is equal: a condition page, a statement of a bottom line. */
  first: 1.2,
  /** What belongs to a page that the query names, against what only speaks of the same: "Crohn's remission". */
  about: 1.5,
  /**
   * What the page that holds what must not be done is worth: a drug that does harm beside another stands there in a long
   * list, and is a headline elsewhere.
   */
  safety: 3,
  /** What it is worth at most that a claim says nothing but the words of the query. */
  saidSo: 3,
  /** What it is worth at most that the words of a short query stand close together. */
  nearness: 0.2,
} as const

/** Touches each rule of the analyser once, so that a change of any of them shows. */
const probe =
  'Low-dose naltrexone 4.5mg, 4·50 mg, .05 or 3–6 µg/kg and 1,000 IU; 4,5 mg/d for 12wk (95% CI) in Sjögren’s or ' +
  "Crohn's disease, TNF-α, TNFα, antiTNF, HbA1c, M79.7, CRPS, SSRIs, IT baclofen, vitamin A, what it is AND not, Straße, " +
  '低用量ナルトレキソン, ยานัลเทรกโซน, والأدوية'

/**
 * Changes whenever an index that was built before would no longer answer: with the fields, with any rule of the
 * analyser, with its lists of words. (The first number goes up when what is written to a shard changes.)
 */
export const fingerprint = /* @__PURE__ */ fingerprintNow() // left out, with its work, where nobody asks for it

function fingerprintNow(): string {
  const rules = digest(JSON.stringify([indexedTerms(probe), [...stopWords], unitTables]))
  return `3:${searchedFields.join('+')}:${rules}`
}

/** FNV-1a: there is nothing to protect here, only a difference to notice. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
