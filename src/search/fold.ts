/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  œ: 'oe',
  ى: 'ي',
  ة: 'ه',
  ς: 'σ',
}
const plainLetter = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

// eslint-disable-next-line no-control-regex
const ascii = /^[\u0000-\u007f]*$/

/** True for text without a character beyond plain English: most of it, and quicker to handle. */
export const isAscii = (text: string): boolean => ascii.test(text)

/** Accents of Latin, Greek and Cyrillic. The marks of other scripts are parts of their letters and stay. */
const accents = /[\u0300-\u036f]/g

/** Vowel signs of Arabic, its hamza on other letters, and the stroke that only makes a word longer. */
const arabicMarks = /[\u064b-\u0655\u0670\u0640]/g

/** Soft hyphens and the like, which PDF and web pages leave within words. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/**
 * One spelling for all ways to write a word: lower case, no accents, no ligatures, no full-width forms. `Sjögren` and
 * `sjogren` are the same to a reader in a hurry.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text
    .replace(unseen, '')
    .normalize('NFKD')
    .replace(accents, '')
    .replace(arabicMarks, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(plainLetter, (letter) => plain[letter] ?? letter)
}

/** The names of the Greek letters, as one types them when the keyboard has none. */
export const greekNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    ε: 'epsilon',
    ζ: 'zeta',
    η: 'eta',
    θ: 'theta',
    ι: 'iota',
    κ: 'kappa',
    λ: 'lambda',
    μ: 'mu',
    ν: 'nu',
    ξ: 'xi',
    ο: 'omicron',
    π: 'pi',
    ρ: 'rho',
    σ: 'sigma',
    τ: 'tau',
    υ: 'upsilon',
    φ: 'phi',
    χ: 'chi',
    ψ: 'psi',
    ω: 'omega',
  }),
)
