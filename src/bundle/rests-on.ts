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

const once = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]
