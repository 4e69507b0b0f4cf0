/** Units of dose as they may be written, in the languages that bundles are written in so far. */
const doseUnit = String.raw`(?:mg|g|kg|ml|mL|l|L|micrograms?|milligrams?|nanograms?|grams?|(?:international\s+)?units?|mmol|%|drops?|tablets?|capsules?|puffs?)(?![\p{L}])(?:\s*(?:/|per)\s*(?:kg|m2|m²|day|d|h|hour|ml|mL|dose)(?![\p{L}]))?`

/** What a number beside a dose may count instead: time, people, how often. */
const otherUnit = String.raw`(?:-|\s)*(?:hours?|days?|weeks?|months?|years?|minutes?|h|times|doses?|steps?|women|men|people|patients|adults|children|of\s+\d+)(?![\p{L}])`

/** More numbers of the same list or range: "50, 100 and 200 mg". */
const more = String.raw`(?:\s*(?:,|to|and|or|–|−|-|x|×)\s*(?:(?:and|or|to)\s+)?\d+(?:[.,]\d+)?)*`

const counted = new RegExp(String.raw`^${more}(?:(?:-|\s)*${doseUnit}|${otherUnit})`, 'u')

/** A dose is a line. What is longer was not written as one, and is read this far. */
const longestDose = 1_000

/** The numbers of a dose that no unit follows: "4.5 at bedtime". A list or a range may share the unit at its end. */
export function numbersWithoutUnit(written: string): string[] {
  const dose = written.slice(0, longestDose)
  return [...dose.matchAll(/(?<![\p{L}\d.,-])\d+(?:[.,]\d+)?/gu)].flatMap(({ 0: number, index }) =>
    counted.test(dose.slice(index + number.length)) ? [] : [number],
  )
}

/** A way of writing a dose that has led to errors, what it was taken for, and what to write. */
export interface ErrorProne {
  readonly words: string
  readonly write: string
}

/*
 * From the list of error-prone abbreviations of the ISMP (https://www.ismp.org/recommendations/error-prone-abbreviations-list),
 * and for "mcg" the rule of the British National Formulary, guidance on prescribing: micrograms are not abbreviated.
 */
const errorProne: readonly { readonly found: RegExp; readonly write: string }[] = [
  { found: /(?<![\p{L}])(?:mcg|ug|[µμ]g|mcgs)(?![\p{L}])/gu, write: 'micrograms' },
  {
    found:
      /(?<![\d.,])\d+\.0+(?=\s*(?:(?:to|–|-|and|or)\s*[\d.]+\s*)?(?:mg|micrograms?|ml|mL|g)(?![\p{L}]))/gu,
    write: 'the number without .0',
  },
  {
    found: /(?<![\d\p{L}])\.\d+(?=\s*(?:mg|micrograms?|ml|mL|g)(?![\p{L}]))/gu,
    write: 'a 0 before the point',
  },
  { found: /(?<![\p{L}.])(?:q\.?o\.?d\.?|Q\.?O\.?D\.?)(?![\p{L}])/gu, write: 'every other day' },
  { found: /(?<![\p{L}.])(?:q\.?d\.?|Q\.?D\.?|o\.d\.)(?![\p{L}])/gu, write: 'once a day' },
  { found: /(?<![\p{L}.])(?:q\.?h\.?s\.?|qHS|h\.s\.)(?![\p{L}])/gu, write: 'at bedtime' },
  { found: /(?<=\d\s*)(?:IU|U)(?![\p{L}])/gu, write: 'units' },
  { found: /(?<=\d\s*)cc(?![\p{L}])/gu, write: 'ml' },
]

/** Every error-prone abbreviation in a text, each once. */
export function errorProneIn(text: string): ErrorProne[] {
  const found = errorProne.flatMap(({ found: pattern, write }) =>
    [...text.matchAll(pattern)].map(({ 0: words }) => ({ words, write })),
  )
  return [...new Map(found.map((each) => [each.words, each])).values()]
}

/** A refusal of an error-prone abbreviation in words. */
export const wordsOfErrorProne = ({ words, write }: ErrorProne): string => `"${words}"; write ${write}`
