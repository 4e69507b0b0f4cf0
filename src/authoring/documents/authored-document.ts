/** A PDF or HTML file that stands beside the Markdown file of its source. */
export interface AuthoredDocument {
  /** In the authoring folder: `sources/smith2020.pdf`. */
  readonly path: string
  readonly type: 'application/pdf' | 'text/html'
}

/**
 * What one document may hold: more is a book or a mistake, and would be slow to show. A thousand pages of text and
 * figures are well below.
 */
export const documentLimits = {
  bytes: 128 * 1024 * 1024,
  pages: 5_000,
  characters: 32 * 1024 * 1024,
} as const
