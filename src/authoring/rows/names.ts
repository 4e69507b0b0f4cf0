import type { Glossary } from '../../bundle'
import type { Names } from '../../search'
import type { ConditionHead } from '../authored/condition-head'

/**
 * The names by which a search finds the same thing: of each page about a condition its title and aliases, of each term
 * of the glossary its spellings. The aliases of a topic are words that lead to it, and not names of one thing. Codes lead to the names and are never searched for in their place.
 */
export function namesOf(
  pages: readonly { readonly id: string; readonly head: ConditionHead }[],
  { terms }: Glossary,
): readonly Names[] {
  const isNamed = pages.filter(({ head }) => head.kind === 'condition')
  const conditions = isNamed.map(({ id, head: { title, aliases, codes } }): Names => {
    const names = [...new Set([title, ...aliases, ...codes.mesh])]
    return codes.icd10.length === 0 ? { names, condition: id } : { names, codes: codes.icd10, condition: id }
  })
  const glossary = terms
    .filter(({ aliases }) => aliases.length > 0)
    .map(({ term, aliases }): Names => ({ names: [...new Set([term, ...aliases])] }))
  return [...conditions, ...glossary]
}
