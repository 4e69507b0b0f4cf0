import type { Claim } from '../../bundle'
import { terms } from '../../search'

/** Claims that were asked for in words, the closest to these words first. */
export interface ClaimsFound {
  readonly claims: readonly Claim[]
  /** True when no claim holds all the words, and these hold the most of them. */
  readonly isPart: boolean
}

/**
 * The claims that hold all words of a text: in what is said, its heading, our reasons and statements, or the names of the
 * conditions it is about. Words are taken as the search takes them; the last may be unfinished. Where no claim holds all of them
 * these are the claims that hold the most, since nobody remembers an article word for word. Without words they are all claims.
 */
export function claimsWith(
  text: string,
  claims: readonly Claim[],
  namesOf: (condition: string) => readonly string[],
): ClaimsFound {
  const wanted = [...new Set(terms(text))]
  if (wanted.length === 0) return { claims, isPart: false }
  const unfinished = terms(/\S+$/u.exec(text)?.[0] ?? '').at(-1)
  const held = (texts: readonly string[]): number => {
    const words = new Set(texts.flatMap(terms))
    const begins = (word: string): boolean =>
      word === unfinished && [...words].some((one) => one.startsWith(word))
    return wanted.filter((word) => words.has(word) || begins(word)).length
  }
  const weighed = claims.map((claim) => ({
    claim,
    inClaim: held([claim.says, ...claim.layWords]),
    anywhere: held([
      ...[claim.says, claim.heading, ...claim.layWords, ...claim.why],
      ...claim.statements.map((statement) => statement.text),
      ...claim.conditions.flatMap(namesOf),
    ]),
  }))
  const most = Math.max(0, ...weighed.map(({ anywhere }) => anywhere))
  return {
    claims: weighed
      .filter(({ anywhere }) => most > 0 && anywhere === most)
      .toSorted((one, other) => other.inClaim - one.inClaim)
      .map(({ claim }) => claim),
    isPart: most > 0 && most < wanted.length,
  }
}
