/*
 * Takes the place of `sync-fetch` and `node-fetch` in the build (electron.vite.config.ts): citation-js can fetch what it is
 * given an address of, and nothing in Lectern may. Only its writers are used, which never ask.
 */

/** Refuses, whatever is asked for. */
export function refuse(): never {
  throw new Error('Lectern fetches nothing')
}

/** The headers of a request that is never made. */
export class Headers {}

// eslint-disable-next-line import-x/no-default-export -- the packages that it stands for have one
export default Object.assign(refuse, { Headers })
