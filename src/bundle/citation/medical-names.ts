import { initialsOf, type Contributor, type Contributors } from './names'

/** How a medical style cuts a long list. */
export interface NameLimit {
  /** So many are listed in full. */
  readonly most: number
  /** Of a longer list the first so many, then `et al`. */
  readonly kept: number
}

/** `Halpern SD, Ubel PA, Caplan AL`: families, initials without dots, and `et al` where there are more. */
export function medicalNames({ names, hasOthers }: Contributors, { most, kept }: NameLimit): string {
  const isCut = names.length > most
  const shown = (isCut ? names.slice(0, kept) : names).map(medicalName)
  return [...shown, ...((isCut || hasOthers) && shown.length > 0 ? ['et al'] : [])].join(', ')
}

/**
 * A hyphen between given names is not printed: `Jean-Pierre` is `JP`. Particles stay before the family: `de Pouvourville G`
 * (Citing Medicine, 2nd ed., chapter 1, "Surnames with prefixes").
 */
const medicalName = (name: Contributor): string =>
  name.is === 'group'
    ? name.name
    : [
        name.particle,
        name.family,
        initialsOf(name.given).join('').replace(/-/g, ''),
        name.suffix.replace(/\.$/, ''),
      ]
        .filter(Boolean)
        .join(' ')
