import type { CslName } from '../csl'

/** Who wrote or edited something, ready to be put in a style's order. */
export type Contributor =
  | {
      readonly is: 'person'
      /** With its particle: `van der Berg`. */
      readonly family: string
      /** The given names as they stand in the record: `R. D.`, `Jean-Pierre`, `Ada Maria`. */
      readonly given: string
      /** `de`, `von`: what a style puts before the family, or after the given names. */
      readonly particle: string
      readonly suffix: string
    }
  | { readonly is: 'group'; readonly name: string }

/** The names of a record, in its order. */
export interface Contributors {
  readonly names: readonly Contributor[]
  /** True when the record itself says that there are more than it names. */
  readonly hasOthers: boolean
}

/** Names in these scripts have no initials. */
const withoutInitials = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** How a record says "and others": as BibTeX does, or as it would be printed. */
const others = /^(?:and )?(?:others|et al\.?)$/i

/** Reads the names of a record. Names without a letter in them are left out. */
export function contributorsOf(names: readonly CslName[] | undefined): Contributors {
  const read = (names ?? []).map(contributorOf).filter((one) => one !== null)
  const isOthers = (one: Contributor): boolean => others.test(one.is === 'group' ? one.name : one.family)
  return { names: read.filter((one) => !isOthers(one)), hasOthers: read.some(isOthers) }
}

function contributorOf(name: CslName): Contributor | null {
  const family = [name['non-dropping-particle'], name.family].map(trimmed).filter(Boolean).join(' ')
  if (family === '') return groupOf(name.literal ?? name.given)
  const [given, particle, suffix] = [name.given, name['dropping-particle'], name.suffix].map(trimmed)
  return { is: 'person', family, given: given ?? '', particle: particle ?? '', suffix: suffix ?? '' }
}

function groupOf(literal: string | undefined): Contributor | null {
  const name = trimmed(literal)
  return name === '' ? null : { is: 'group', name }
}

const trimmed = (text: string | undefined): string => text?.replace(/\s+/g, ' ').trim() ?? ''

/**
 * The initials of given names: `['R', 'D']` of `R. D.`, `RD` and `Rosa Dora`. A hyphen between names stays with the second
 * (`['J', '-P']` of `Jean-Pierre`): APA prints it, the medical styles do not. Names that have none stay whole: `小明`.
 */
export function initialsOf(given: string): readonly string[] {
  const bare = given
    .replace(/\.(?=[-\u2010\u2011])/g, '')
    .replace(/[.,]/g, ' ')
    .trim()
  if (bare === '') return []
  if (withoutInitials.test(bare)) return [bare]
  return bare.split(/\s+/).flatMap((word) => {
    // Two or three capitals without dots are initials that were run together, as PubMed writes them.
    if (/^\p{Lu}{2,3}$/u.test(word)) return [...word]
    return word
      .split(/[-\u2010\u2011]/)
      .filter(Boolean)
      .map((part, index) => `${index === 0 ? '' : '-'}${([...part][0] ?? '').toUpperCase()}`)
  })
}

/** An initial as it is printed with a dot; what is none has none. */
export const dotted = (initial: string): string => (withoutInitials.test(initial) ? initial : `${initial}.`)
