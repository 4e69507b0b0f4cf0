/** A piece of text as pdf.js gives it (its TextItem), told in data so that nothing here depends on pdf.js. */
export interface PdfTextItem {
  readonly str: string
  /** `rtl` when the characters of `str` run from right to left on the page, `ttb` when they run down it. */
  readonly dir: string
  /** From the text to the page: a, b, c, d, e, f, as in ISO 32000-2, 8.3.4. */
  readonly transform: readonly number[]
  /** Along the line, in points; of one that runs down the page, across it. */
  readonly width: number
  /** Of the font, in points; of a line that runs down the page, along it. */
  readonly height: number
  /** True when a line ends after it. */
  readonly hasEOL: boolean
}

/**
 * What pdf.js must be asked for, so that packing and the window see the same characters at the same places: it would
 * else take ligatures apart, and its own text layer does not.
 */
export const pdfTextOptions = { includeMarkedContent: false, disableNormalization: true } as const

/** True for a piece of text; pdf.js may put marks of structure between them. */
export const isTextItem = (item: unknown): item is PdfTextItem =>
  typeof item === 'object' && item !== null && 'str' in item && typeof item.str === 'string'
