import type { ConditionId } from './ids'
import type { Dependents, Source } from './source'

/** What rests on one passage of a source; on the whole of it when `passage` is null. Each thing once. */
export function restsOn(source: Source, passage: string | null): Dependents {
  const all =
    passage === null
      ? Object.values(source.restsOn)
      : Object.entries(source.restsOn).flatMap(([id, dependents]) => (id === passage ? [dependents] : []))
  return {
    findings: once(all.flatMap(({ findings }) => findings)),
    statements: once(all.flatMap(({ statements }) => statements)),
    claims: once(all.flatMap(({ claims }) => claims)),
    handouts: once(all.flatMap(({ handouts }) => handouts)),
    regimens: once(all.flatMap(({ regimens }) => regimens)),
  }
}

/** The conditions whose findings or reported regimens rest on any passage of a source, each once and in order. */
export const conditionsRestingOn = (source: Source): readonly ConditionId[] => {
  const { findings, regimens } = restsOn(source, null)
  return [...new Set([...findings, ...regimens].map(({ condition }) => condition))].sort()
}

const once = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]
