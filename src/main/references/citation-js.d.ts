/** The little of citation-js that is used: https://citation.js.org/api/0.7/ */
declare module '@citation-js/core' {
  export const plugins: {
    readonly output: {
      format(name: 'ris', data: readonly object[], options: { format: 'object' }): Record<string, unknown>[]
      format(name: 'bibtex', data: readonly object[]): string
    }
    readonly config: { get(name: '@bibtex'): { format: { useIdAsLabel: boolean; checkLabel: boolean } } }
  }
}
declare module '@citation-js/plugin-ris'
declare module '@citation-js/plugin-bibtex'
