import { useI18n } from 'vue-i18n'
import type { FacetName } from '../../search'
import { certainties, directions } from '../../bundle'
import { rowKinds } from '../../search'
import { useShelf } from '../stores/shelf'

/** What the values of facets are called, and the order in which they are offered. */
export function useFacetNames() {
  const { t } = useI18n()
  const shelf = useShelf()

  function nameOf(facet: FacetName, value: string): string {
    if (facet === 'kind') return rowKinds.some((kind) => kind === value) ? t(`search.groups.${value}`) : value
    if (facet === 'certainty')
      return certainties.some((one) => one === value) ? t(`certainty.${value}`) : value
    if (facet === 'direction')
      return directions.some((one) => one === value) ? t(`direction.${value}`) : value
    if (facet === 'condition') return shelf.conditionTitle(value)
    if (facet === 'bundle') return shelf.titleOf(value)
    return value
  }

  const known: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
    kind: rowKinds,
    certainty: certainties,
    direction: directions,
  }

  /** In the order of the scale where there is one, else by name. */
  function inOrder(facet: FacetName, values: readonly string[]): readonly string[] {
    const scale = known[facet]
    return values.toSorted((one, other) =>
      scale === undefined
        ? nameOf(facet, one).localeCompare(nameOf(facet, other))
        : scale.indexOf(one) - scale.indexOf(other),
    )
  }

  return { nameOf, inOrder }
}
