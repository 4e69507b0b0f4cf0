import type { Facets } from './row'
import type { LoadedShard } from './shard/loaded-shard'

/** What hits can be narrowed down by, and are counted by. */
export const facetNames = [
  'kind',
  'certainty',
  'direction',
  'design',
  'condition',
  'outcome',
  'bundle',
] as const
/** See {@link facetNames}. */
export type FacetName = (typeof facetNames)[number]

/** Of each facet that is named, one of these values is wanted. Nothing wanted of a facet means that all will do. */
export type Filters = { readonly [Name in FacetName]?: readonly string[] }

/** How many hits there are of each value of each facet. */
export type FacetCounts = Readonly<Record<FacetName, Readonly<Record<string, number>>>>

/** The values of a facet that a row has. */
export function valuesOf(facets: Facets, bundle: string, name: FacetName): readonly string[] {
  switch (name) {
    case 'condition':
      return facets.conditions ?? []
    case 'bundle':
      return [bundle]
    default: {
      const value = facets[name]
      return value === undefined ? [] : [value]
    }
  }
}

/** For each combination of facets of a shard, whether it passes; all filters but one when that is left out. */
export const passing = (shard: LoadedShard, filters: Filters, leftOut?: FacetName): readonly boolean[] =>
  shard.facets.map((facets) =>
    facetNames.every((name) => {
      const wanted = filters[name]
      if (wanted === undefined || wanted.length === 0 || name === leftOut) return true
      return valuesOf(facets, shard.bundle, name).some((value) => wanted.includes(value))
    }),
  )

/**
 * Counts by facet. Each facet is counted as if it was not filtered by, so that a reader sees what another choice would
 * give.
 *
 * @param tallies for each shard and each of its combinations of facets, how many rows were found
 */
export function countFacets(
  shards: readonly LoadedShard[],
  tallies: readonly Uint32Array[],
  filters: Filters,
): FacetCounts {
  const counted = facetNames.map((name) => {
    const counts = new Map<string, number>()
    for (const [at, shard] of shards.entries()) {
      for (const [number, passes] of passing(shard, filters, name).entries()) {
        const tally = tallies[at]?.[number] ?? 0
        const facets = shard.facets[number]
        if (!passes || tally === 0 || facets === undefined) continue
        for (const value of valuesOf(facets, shard.bundle, name))
          counts.set(value, (counts.get(value) ?? 0) + tally)
      }
    }
    return [name, Object.fromEntries(counts)] as const
  })
  return Object.fromEntries(counted) as Record<FacetName, Record<string, number>>
}

/** Two sets of filters as one: a value must be wanted by both, where both want any. */
export function bothFilters(one: Filters, other: Filters): Filters {
  const joined = facetNames.flatMap((name) => {
    const [first, second] = [one[name] ?? [], other[name] ?? []]
    if (first.length === 0 && second.length === 0) return []
    if (first.length === 0 || second.length === 0) return [[name, [...first, ...second]] as const]
    const shared = first.filter((value) => second.includes(value))
    // Nothing has both; an empty list would let everything pass.
    return [[name, shared.length > 0 ? shared : ['']] as const]
  })
  return Object.fromEntries(joined)
}
