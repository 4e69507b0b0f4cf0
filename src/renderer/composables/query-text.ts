/** One value of a route's query, or undefined when there is none or several. */
export const queryText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
