/** How the desk looks for this reader. Small, flat, and safe to lose. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  /** Percent of the reading size, 80 to 200. */
  readonly textSize: number
  /** Which panes are open beside the page. */
  readonly panes: { readonly contents: boolean; readonly evidence: boolean; readonly source: boolean }
  /** Widths of page, evidence and source as percent of the three together. */
  readonly widths: { readonly page: number; readonly evidence: number; readonly source: number }
  /** How findings are read. */
  readonly findingsAs: 'words' | 'numbers' | 'picture'
}

/** What a new reader starts with. */
export const defaultSettings: Settings = {
  theme: 'system',
  textSize: 100,
  panes: { contents: true, evidence: true, source: true },
  widths: { page: 36, evidence: 32, source: 32 },
  findingsAs: 'numbers',
}

/** The steps of the text size, in percent. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const
