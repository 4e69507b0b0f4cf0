import { rowKinds, type RowKind } from './row'

/**
 * What the best hit of each kind is held to be worth beside those of other kinds: what the bundle says of a question comes
 * before the documents that it rests on, for these have the words of the question in their titles.
 */
const worth: Readonly<Record<RowKind, number>> = {
  condition: 1.5,
  statement: 1.5,
  finding: 1.25,
  claim: 1.25,
  regimen: 1,
  source: 0.75,
  copy: 0.75,
  handout: 1,
  term: 1,
  resource: 0.75,
}

/** How many times better than the group before it a group must be for the two to change places. */
const clearly = 1.5

/**
 * The kinds in the order in which their groups are shown: the usual one, in which a reader learns to look, but a group
 * that answers clearly better moves up.
 *
 * @param bestOf the score of the best hit of a kind; 0 when there is none
 * @param before the groups that the reader has on screen: these keep their order, while one types, for as long as none
 *   answers clearly better
 */
export function kindsInOrder(
  bestOf: (kind: RowKind) => number,
  before: readonly RowKind[] = [],
): readonly RowKind[] {
  const valueOf = (kind: RowKind): number => bestOf(kind) * worth[kind]
  const ordered: RowKind[] = []
  for (const kind of withRest(before)) {
    let place = ordered.length
    for (; place > 0; place--) {
      const above = ordered[place - 1]
      if (above !== undefined && valueOf(kind) <= clearly * valueOf(above)) break
    }
    ordered.splice(place, 0, kind)
  }
  return ordered
}

/** All kinds: some in an order of their own, each of the others behind the one that it usually follows. */
function withRest(before: readonly RowKind[]): readonly RowKind[] {
  const all = [...before]
  for (const [at, kind] of rowKinds.entries()) {
    if (before.includes(kind)) continue
    const usual = rowKinds[at - 1]
    all.splice(usual === undefined ? 0 : all.indexOf(usual) + 1, 0, kind)
  }
  return all
}
