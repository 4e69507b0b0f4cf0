import type { Change, Concern, FlawCode } from '../bundle'
import type { BundleYaml } from './authored/bundle-yaml'
import type { EvidenceBook } from './evidence-book'
import type { Layout } from './layout'
import { checkPromotion } from './gates/wording/check-wording'
import { wordingTable } from './gates/wording/wording-tables'
import type { YamlPath } from './yaml-text'

/**
 * Checks what the editors say is new: the newest version, which is the bundle's own, stands first; what it names is there; and
 * no sentence praises, as none on a page may.
 */
export function checkChanges(
  { version, changes, languages }: BundleYaml,
  conditions: Layout['conditions'],
  book: EvidenceBook,
  tell: (code: FlawCode, path: YamlPath, detail: string) => void,
): void {
  const table = wordingTable(languages[0] ?? 'en')
  for (const [index, change] of changes.entries()) {
    const at: YamlPath = ['changes', index]
    const before = changes[index - 1]
    if (before === undefined && change.version !== version)
      tell('BAD_FIELD', [...at, 'version'], `changes: the first is of version ${version}, the bundle's own`)
    if (changes.slice(0, index).some((one) => one.version === change.version))
      tell('BAD_FIELD', [...at, 'version'], `changes: ${change.version} stands there twice`)
    if (before !== undefined && before.day < change.day)
      tell('BAD_FIELD', [...at, 'day'], 'changes: the newest stands first')
    for (const [nth, item] of change.items.entries()) {
      const here: YamlPath = [...at, 'items', nth]
      for (const { code, detail } of table === null ? [] : checkPromotion(item.says, table))
        tell(code, [...here, 'says'], detail)
      for (const [which, id] of item.conditions.entries())
        if (!conditions.has(id)) tell('UNKNOWN_CONDITION', [...here, 'conditions', which], id)
      for (const [which, id] of item.findings.entries())
        if (book.finding(id) === null) tell('UNKNOWN_FINDING', [...here, 'findings', which], id)
    }
  }
}

/** The changes with each finding's page and outcome, so that a reader can be led there. */
export const changesWithPlaces = ({ changes }: BundleYaml, book: EvidenceBook): Change[] =>
  changes.map(({ version, day, items }) => ({
    version,
    day,
    items: items.map(({ says, conditions, findings }) => ({
      says,
      concerns: [
        ...conditions.map((condition): Concern => ({ condition })),
        ...findings.flatMap((id): Concern[] => {
          const booked = book.finding(id)
          const outcome = booked?.finding?.outcome
          return booked === null || outcome === undefined
            ? []
            : [{ condition: booked.condition, finding: { id, outcome } }]
        }),
      ],
    })),
  }))
