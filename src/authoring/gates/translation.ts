/** Names of units of dose in several languages, by what they mean. */
const units: readonly (readonly [unit: string, names: RegExp])[] = [
  [
    'microgram',
    /^(?:micrograms?|mikrogramm|microgramos?|microgrammes?|microgrammi|microgrammo|microgramas?|mikrogram|микрограмм\p{L}*|мкг|mcg|µg|μg|微克|マイクログラム)$/u,
  ],
  [
    'mg',
    /^(?:mg|milligrams?|milligramm|miligramos?|milligrammes?|milligrammi|milligrammo|miligramas?|миллиграмм\p{L}*|мг|毫克|ミリグラム)$/u,
  ],
  ['ml', /^(?:ml|millilit(?:er|re)s?|mililitros?|millilitri|миллилитр\p{L}*|мл|毫升)$/u],
  ['g', /^(?:g|grams?|gramm|gramos?|grammes?|grammi|gramas?|г|克)$/u],
  ['%', /^(?:%|percent|prozent|percento|proc|процент\p{L}*|٪)$/u],
]

/** "Percent" in two words. */
const percentWords = /\b(?:per cent|por ciento|por cento|pour cent|per cento)\b/gi

/** Languages that write 4.5 as "4,5"; the others write it with a point. */
const commaDecimal = new Set([
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'da',
  'nb',
  'nn',
  'no',
  'sv',
  'fi',
  'pl',
  'cs',
  'ru',
  'uk',
  'tr',
])

/**
 * The numbers of a text with their units of dose: `4.5 mg`, `45 %`, `12`. Numbers written as words do not count, nor
 * does how often a number stands.
 */
export function figuresIn(text: string, language: string): ReadonlySet<string> {
  const comma = commaDecimal.has(language.split('-')[0]?.toLowerCase() ?? '')
  const figures = [
    ...text
      .replace(percentWords, '%')
      .matchAll(/\d+(?:[.,]\d+|[\u00A0\u202F]\d{3})*(?=(?:[\s-]*(%|٪|\p{L}+))?)/gu),
  ]
  return new Set(
    figures.map(({ 0: number, 1: next }) => {
      const unit = units.find(([, names]) => names.test(next?.toLowerCase() ?? ''))?.[0]
      return [valueOf(number, comma), unit].filter(Boolean).join(' ')
    }),
  )
}

function valueOf(written: string, comma: boolean): string {
  const plain = written.replace(/[\u00A0\u202F]/g, '')
  const decimal = comma
    ? plain.replace(/\.(?=\d{3}(?!\d))/g, '').replace(',', '.')
    : plain.replace(/,(?=\d{3}(?!\d))/g, '')
  const value = Number(decimal)
  return Number.isNaN(value) ? written : String(value)
}

/** What one text has and the other has not, both ways. */
export function figuresThatDiffer(
  one: { readonly text: string; readonly language: string },
  other: { readonly text: string; readonly language: string },
): { readonly missing: readonly string[]; readonly added: readonly string[] } {
  const [first, second] = [figuresIn(one.text, one.language), figuresIn(other.text, other.language)]
  return {
    missing: [...first].filter((figure) => !second.has(figure)),
    added: [...second].filter((figure) => !first.has(figure)),
  }
}
