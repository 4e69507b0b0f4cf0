import type { ClaimsFile, Handout, Resources, SourceId } from '../bundle'
import type { ConditionPage } from './condition-pages'
import type { EvidenceBook } from './evidence-book'
import type { RegimenBook } from './regimen-book'
import { sourcesOf } from './finish-condition'
import type { FlawList } from './flaw-list'
import type { SourceShelf } from './source-shelf'

/** Everything that can use a source. */
export interface Users {
  readonly pages: readonly ConditionPage[]
  readonly book: EvidenceBook
  readonly claims: ClaimsFile
  readonly regimens: RegimenBook
  readonly resources: Resources
  readonly handouts: readonly Handout[]
  /** What handouts and the page about the bundle cite. */
  readonly cited: Iterable<SourceId>
  /** The addresses of all links on pages. */
  readonly links: readonly { readonly to: string }[]
}

/**
 * Warns about sources that nothing uses. A folder of plain documents without pages is a library to be searched, so
 * there nothing can be unused.
 */
export function tellUnused(shelf: SourceShelf, users: Users, flaws: FlawList): void {
  const { pages, claims, handouts, resources, cited, links } = users
  if (pages.length === 0 && claims.claims.length === 0 && handouts.length === 0) return
  const used = new Set<string>([
    ...pages.flatMap((page) => [...sourcesOf(page, users)]),
    ...claims.claims.flatMap(({ sources, passages }) => [
      ...sources.map(({ id }) => id),
      ...passages.map(({ source }) => source),
    ]),
    ...resources.resources.flatMap(({ sources }) => sources.map(({ id }) => id)),
    ...(claims.article === null ? [] : [claims.article.source]),
    ...handouts.flatMap(({ passages }) => passages.map(({ source }) => source)),
    ...cited,
    ...links.flatMap(({ to }) => /^\/sources\/([^?]+)/.exec(to)?.[1] ?? []),
  ])
  for (const { id, path } of shelf.all()) if (!used.has(id)) flaws.add('UNUSED_SOURCE', `${path}:1`, id)
}
