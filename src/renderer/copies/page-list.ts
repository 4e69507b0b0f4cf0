/** More pages than this are not listed one by one. */
const mostPages = 8

/** The numbers of pages as they are said: the first of them, when there are many. */
export const inShort = (pages: readonly number[]): string =>
  `${pages.slice(0, mostPages).join(', ')}${pages.length > mostPages ? ', …' : ''}`
