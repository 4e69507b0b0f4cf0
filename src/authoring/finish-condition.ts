import { sectionKinds } from '../bundle'
import type { ClaimsFile, Condition, Handout, Section, SourceId } from '../bundle'
import type { ConditionHead } from './authored/condition-head'
import type { ConditionPage } from './condition-pages'
import type { EvidenceBook } from './evidence-book'
import type { RegimenBook } from './regimen-book'
import { sectionTitles } from './sections'
import type { SourceShelf } from './source-shelf'

/** What a condition page takes from the rest of the folder. */
export interface Rest {
  readonly shelf: SourceShelf
  readonly book: EvidenceBook
  readonly claims: ClaimsFile['claims']
  readonly regimens: RegimenBook
  readonly handouts: readonly Handout[]
  readonly language: string
}

/** Completes a condition page with its claims, handouts and sources, and with the two sections that show them. */
export function finishCondition(
  page: ConditionPage & { readonly head: ConditionHead },
  rest: Rest,
): Condition {
  const { id, head } = page
  const claims = rest.claims.filter(({ conditions }) => conditions.includes(id)).map((claim) => claim.id)
  const sources = [...sourcesOf(page, rest)].flatMap((source) => {
    const shelved = rest.shelf.source(source)
    return shelved === null ? [] : [{ id: shelved.id, label: shelved.label, title: shelved.title }]
  })
  const regimens = [...(rest.regimens.get(id) ?? [])]
  const created: Section[] = [
    ...(regimens.length > 0 ? [emptySection('regimens')] : []),
    ...(claims.length > 0 ? [emptySection('claims')] : []),
    ...(sources.length > 0 ? [emptySection('sources')] : []),
  ]
  return {
    id,
    kind: head.kind,
    title: head.title,
    language: head.language ?? rest.language,
    codes: head.codes,
    aliases: head.aliases,
    layWords: head.layWords,
    reviewed: head.reviewed,
    sections: withSections(page.sections, created),
    regimens,
    claims,
    handouts: rest.handouts
      .filter(({ condition }) => condition === id)
      .map(({ id: handout, title, language }) => ({ id: handout, title, language })),
    sources,
  }
}

/** What the page cites, in reading order, then what its findings and its regimens rest on. */
export function sourcesOf(
  { id, cited }: ConditionPage,
  { book, regimens }: Pick<Rest, 'book' | 'regimens'>,
): Set<SourceId> {
  const behind = book
    .findingsOf(id)
    .flatMap(({ passages, estimates }) => [
      ...passages.map(({ source }) => source),
      ...estimates.flatMap(({ source }) => source ?? []),
    ])
  const reported = (regimens.get(id) ?? []).flatMap(({ passages }) => passages.map(({ source }) => source))
  return new Set([...cited, ...behind, ...reported])
}

const emptySection = (kind: 'regimens' | 'claims' | 'sources'): Section => ({
  kind,
  title: sectionTitles[kind],
  body: [],
})

/** The authored sections and those created for what the app fills in, in their fixed order. */
function withSections(authored: readonly Section[], created: readonly Section[]): Section[] {
  const order: readonly string[] = sectionKinds
  const missing = created.filter(({ kind }) => !authored.some((section) => section.kind === kind))
  // A topic keeps the order of its author; what is filled in follows it.
  if (authored.some(({ kind }) => kind === 'topic')) return [...authored, ...missing]
  return [...authored, ...missing].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}
