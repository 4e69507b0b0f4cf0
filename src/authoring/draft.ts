import type { ClaimsFile, Coverage, Dependents, Glossary, Handout, Resources, StatementId } from '../bundle'
import { readAbout, type AboutPage } from './about-page'
import { bundleYamlSchema, type BundleYaml } from './authored/bundle-yaml'
import { checkChanges } from './changes'
import { readClaims } from './claims-file'
import { readConditionPages, type ConditionPage, type StatedHere } from './condition-pages'
import { countCoverage } from './coverage'
import { traceUpwards } from './dependents'
import { readEvidence, type EvidenceBook } from './evidence-book'
import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { readGlossary } from './glossary-file'
import { readHandoutPages, type HandoutPage } from './handout-pages'
import { authored, type Layout } from './layout'
import type { LinkTargets, PlacedLink } from './links'
import { readReferences, type References } from './references'
import { readRegimens, type RegimenBook } from './regimen-book'
import { readResources } from './resources-file'
import { shelveSources, type SourceShelf } from './source-shelf'
import { tellUnused } from './unused-sources'
import type { YamlText } from './yaml-text'

/** A folder read and checked, but for the texts of its sources, which are too many to hold at once. */
export interface Draft {
  /** Null when `bundle.yaml` is missing or has a flaw. */
  readonly bundle: BundleYaml | null
  readonly references: References
  readonly shelf: SourceShelf
  readonly book: EvidenceBook
  readonly pages: readonly ConditionPage[]
  readonly regimens: RegimenBook
  readonly claims: ClaimsFile
  readonly glossary: Glossary
  readonly resources: Resources
  readonly handouts: readonly Handout[]
  readonly handoutPages: readonly HandoutPage[]
  /** The line of `bundle.yaml` that says until when the bundle may be relied on. */
  readonly expiresLine: number
  readonly about: AboutPage
  readonly dependents: ReadonlyMap<string, Dependents>
  readonly coverage: Coverage
  readonly links: readonly PlacedLink[]
  readonly targets: LinkTargets
}

/** Reads a folder from the sources upwards, so that each file finds what it names already known. */
export async function readDraft(layout: Layout, texts: FolderTexts, flaws: FlawList): Promise<Draft> {
  const { bundle, yaml, expiresLine } = await readBundleYaml(texts, layout.conditions, flaws)
  const references = await readReferences(texts, flaws)
  const shelf = await shelveSources(layout, texts, references, flaws)
  const book = await readEvidence(layout, texts, shelf, bundle, flaws)
  if (bundle && yaml)
    checkChanges(bundle, layout.conditions, book, (code, path, detail) =>
      flaws.about(authored.info)(code, yaml.lineOf(path), detail),
    )
  const pages = await readConditionPages(layout.conditions, texts, { shelf, book, bundle }, flaws)
  const statements = pages.flatMap((page) => page.statements)
  const language = bundle?.languages[0] ?? 'en'
  const regimens = await readRegimens(
    layout.regimens,
    texts,
    { shelf, book, conditions: layout.conditions, language },
    flaws,
  )
  const claims = await readClaims(
    texts,
    {
      shelf,
      conditions: layout.conditions,
      statements: byId(pages, statements),
      language,
    },
    flaws,
  )
  const handoutPages = await readHandoutPages(layout.handouts, texts, {
    shelf,
    book,
    bundle,
    conditions: layout.conditions as ReadonlyMap<string, string>,
  })
  const handouts = handoutPages.flatMap(({ handout }) => handout ?? [])
  const glossary = await readGlossary(texts, flaws)
  const resources = await readResources(texts, shelf, flaws)
  const about = await readAbout(texts, shelf, flaws)
  const links = [...pages, ...handoutPages, about].flatMap((page) => page.links)
  const cited = [...handoutPages, about].flatMap((page) => [...page.cited])
  tellUnused(shelf, { pages, book, regimens, claims, handouts, resources, cited, links }, flaws)
  return {
    bundle,
    references,
    shelf,
    book,
    pages,
    regimens,
    claims,
    glossary,
    resources,
    handouts,
    handoutPages,
    expiresLine,
    about,
    dependents: traceUpwards({ book, statements, claims: claims.claims, handouts, regimens }),
    coverage: countCoverage(pages, book, shelf),
    links,
    targets: linkTargets(layout, { shelf, book, pages, claims, glossary, resources }),
  }
}

async function readBundleYaml(
  texts: FolderTexts,
  conditions: Layout['conditions'],
  flaws: FlawList,
): Promise<{
  readonly bundle: BundleYaml | null
  readonly yaml: YamlText | null
  readonly expiresLine: number
}> {
  if (!texts.has(authored.info)) {
    flaws.add('NO_FOLDER', authored.info)
    return { bundle: null, yaml: null, expiresLine: 1 }
  }
  const yaml = await texts.yaml(authored.info)
  const bundle = yaml?.read(bundleYamlSchema) ?? null
  if (yaml && bundle?.safety !== undefined && !conditions.has(bundle.safety))
    flaws.about(authored.info)('UNKNOWN_CONDITION', yaml.lineOf(['safety']), bundle.safety)
  if (yaml && bundle && bundle.expires < bundle.reviewed)
    flaws.about(authored.info)('BAD_FIELD', yaml.lineOf(['expires']), 'expires: before reviewed')
  return { bundle, yaml, expiresLine: yaml?.lineOf(['expires']) ?? 1 }
}

/** Statements by id, with null for those that are marked on a page but could not be used. */
function byId(
  pages: readonly ConditionPage[],
  statements: readonly StatedHere[],
): ReadonlyMap<string, StatedHere | null> {
  const marked = pages.flatMap(({ stated }) => [...stated].map((id) => [id, null] as const))
  const usable = statements.map((statement): [StatementId, StatedHere] => [statement.id, statement])
  return new Map<string, StatedHere | null>([...marked, ...usable])
}

function linkTargets(
  layout: Layout,
  {
    shelf,
    book,
    pages,
    claims,
    glossary,
    resources,
  }: Pick<Draft, 'shelf' | 'book' | 'pages' | 'claims' | 'glossary' | 'resources'>,
): LinkTargets {
  const stated = new Map(pages.map(({ id, stated: ids }) => [id as string, ids]))
  return {
    conditions: layout.conditions as ReadonlyMap<string, string>,
    handouts: layout.handouts as ReadonlyMap<string, string>,
    sources: layout.sources as ReadonlyMap<string, string>,
    claims: new Set<string>(claims.claims.map(({ id }) => id)),
    terms: new Set<string>(glossary.terms.map(({ id }) => id)),
    resources: new Set<string>(resources.resources.map(({ id }) => id)),
    findings: { has: (id) => book.finding(id) !== null },
    passages: { has: (id) => shelf.passage(id) !== null },
    statementsOf: (condition) => stated.get(condition) ?? new Set(),
  }
}
