import { formatVersion, payload as paths, type BundleInfo } from '../bundle'
import { buildShard, fingerprint } from '../search'
import type { Row } from '../search'
import type { BundleYaml } from './authored/bundle-yaml'
import type { ConditionHead } from './authored/condition-head'
import type { ConditionPage } from './condition-pages'
import { contentsEntry, inContentsOrder } from './contents'
import type { Draft } from './draft'
import { finishCondition } from './finish-condition'
import { claimRows } from './rows/claim-rows'
import { conditionRows } from './rows/condition-rows'
import { handoutRows } from './rows/handout-rows'
import { sourceRows } from './rows/source-rows'
import type { SourceText } from './source-text'

/** One file of the payload of a bundle. */
export interface PayloadEntry {
  /** Where it stands, relative to the bag's `data/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A draft whose `bundle.yaml` is sound. */
export type SoundDraft = Draft & { readonly bundle: BundleYaml }

/** Rows in one shard: small enough to build and to load without a pause, large enough that there are few. */
const rowsInShard = 4_000

/**
 * Writes out a draft without errors, file by file, each made when it is asked for. `bundle.json` comes last: it lists
 * the search shards, which are known only then.
 */
export async function* writePayload(
  draft: SoundDraft,
  sources: AsyncIterable<SourceText>,
): AsyncGenerator<PayloadEntry> {
  const { bundle, references, book, claims, handouts } = draft
  const shards = new Shards()
  const pages = inContentsOrder(draft.pages.filter(hasHead), bundle)
  for (const page of pages) {
    const condition = finishCondition(page, {
      ...draft,
      claims: claims.claims,
      language: defaultLanguage(bundle),
    })
    const summaries = book.of(page.id)
    yield entry(paths.condition(page.id), condition)
    yield entry(paths.evidence(page.id), { summaries })
    yield* shards.take(conditionRows(condition, page.statements, summaries))
  }
  yield entry(paths.claims, claims)
  yield* shards.take(claimRows(claims))
  for (const handout of handouts) {
    yield entry(paths.handout(handout.id), handout)
    yield* shards.take(handoutRows(handout))
  }
  for await (const { source } of sources) {
    yield entry(paths.source(source.id), source)
    yield* shards.take(sourceRows(source))
  }
  yield entry(paths.references, [...references.values()])
  yield* shards.rest()
  yield entry(paths.info, infoOf(draft, pages, shards.names))
}

/** The language of a page that does not name one. */
export const defaultLanguage = (bundle: BundleYaml | null): string => bundle?.languages[0] ?? 'en'

/** Collects rows and hands out a shard whenever enough are there. */
class Shards {
  readonly names: string[] = []
  private rows: Row[] = []

  private shard(rows: readonly Row[]): PayloadEntry {
    const path = paths.searchShard(this.names.length)
    this.names.push(path)
    return entry(path, buildShard(rows))
  }

  *take(rows: readonly Row[]): Generator<PayloadEntry> {
    this.rows.push(...rows)
    while (this.rows.length >= rowsInShard) yield this.shard(this.rows.splice(0, rowsInShard))
  }

  *rest(): Generator<PayloadEntry> {
    if (this.rows.length > 0) yield this.shard(this.rows.splice(0))
  }
}

function infoOf(
  { bundle, book, claims, handouts, about, shelf, coverage }: SoundDraft,
  pages: readonly SoundPage[],
  shards: readonly string[],
): BundleInfo {
  return {
    format: formatVersion,
    ...bundle,
    about: about.body,
    conditions: pages.map(({ id, head }) => contentsEntry(head, book.findingsOf(id), bundle.columns)),
    handouts: handouts.map(({ id, title, language, level, condition }) => ({
      id,
      title,
      language,
      level,
      condition,
    })),
    counts: { sources: shelf.all().length, claims: claims.claims.length },
    coverage,
    search: { fingerprint, shards: [...shards] },
  }
}

type SoundPage = ConditionPage & { readonly head: ConditionHead }

const hasHead = (page: ConditionPage): page is SoundPage => page.head !== null

const entry = (path: string, value: unknown): PayloadEntry => ({
  path,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
})
