import type { BundleId } from '../../bundle'
import {
  buildShard,
  find,
  loadShard,
  readNames,
  Synonyms,
  type LoadedShard,
  type Names,
  type RowKind,
} from '../../search'
import type { Failure } from '../../shared/failure'
import { CopyShelf } from './copy-shelf'
import type { Asked, Said } from './messages'

/** What the search worker reads from and speaks to; a test hands in its own. */
export interface Surroundings {
  /** The bytes of a file of a bundle. May throw. */
  readonly read: (bundle: BundleId, path: string) => Promise<ArrayBuffer>
  /** The index of a copy of the reader's own. May throw. */
  readonly readCopy: (sha256: string) => Promise<ArrayBuffer>
  readonly say: (said: Said) => void
  /** Calls when messages that wait have been heard. */
  readonly soon: (call: () => void) => void
  /** Milliseconds. */
  readonly now: () => number
}

interface OpenBundle {
  readonly shards: LoadedShard[]
  readonly of: number
  names: readonly Names[]
  isWhole: boolean
}

type Question = Extract<Asked, { is: 'find' }>
type Opening = Extract<Asked, { is: 'open' }>

/**
 * Reads indexes and answers queries. Of several questions that wait, only the newest is answered: nobody reads the
 * results of a word half typed. The last one is answered again whenever more can be searched, until it is cancelled.
 */
export class SearchDesk {
  private readonly bundles = new Map<BundleId, OpenBundle>()
  private readonly copies: CopyShelf
  private shards: readonly LoadedShard[] = []
  private synonyms: Synonyms | null = null
  private question: Question | null = null
  private isWaiting = false
  /** What was answered last, and the order of its groups: while one types they change places for a reason only. */
  private shown: Shown = nothingShown

  constructor(private readonly around: Surroundings) {
    this.copies = new CopyShelf({
      read: around.readCopy,
      say: around.say,
      changed: () => {
        this.gather()
        this.answerSoon()
      },
    })
  }

  hear(asked: Asked): void {
    switch (asked.is) {
      case 'open':
        return void this.open(asked)
      case 'close':
        this.bundles.delete(asked.bundle)
        return this.copies.set(asked.bundle, [])
      case 'copies':
        return this.copies.set(asked.bundle, asked.copies)
      case 'cancel':
        this.question = null
        this.shown = nothingShown
        return
      case 'find':
        this.question = asked
        return this.answerSoon()
    }
  }

  private answerSoon(): void {
    if (this.isWaiting) return
    this.isWaiting = true
    this.around.soon(() => {
      this.isWaiting = false
      this.answer()
    })
  }

  private answer(): void {
    if (this.question === null) return
    const { turn, text, narrowing } = this.question
    const { names = true, ...options } = narrowing
    const isPartial = [...this.bundles.values(), this.copies].some(({ isWhole }) => !isWhole)
    const start = this.around.now()
    const synonyms = names && this.synonyms !== null ? { synonyms: this.synonyms } : {}
    const { texts, kinds } = this.shown
    const kindsBefore = texts.some((before) => isTypedOn(before, text)) ? kinds : []
    const found = find(this.shards, text, { limit: 60, ...options, ...synonyms, kindsBefore })
    this.shown = { texts: [text, found.asked], kinds: [...new Set(found.hits.map(({ row }) => row.kind))] }
    this.around.say({ is: 'found', turn, found, isPartial, milliseconds: this.around.now() - start })
  }

  private async open({ bundle, shards: paths, names }: Opening): Promise<void> {
    const opened: OpenBundle = { shards: [], of: paths.length, names: [], isWhole: false }
    this.bundles.set(bundle, opened)
    const isCurrent = (): boolean => this.bundles.get(bundle) === opened
    const failure =
      (await this.attempt(names, async () => {
        opened.names = namesIn(await this.around.read(bundle, names))
      })) ?? (await this.openShards(bundle, paths, opened, isCurrent))
    if (!isCurrent()) return
    if (failure !== null) {
      this.bundles.delete(bundle)
      this.gather()
      return this.around.say({ is: 'failed', bundle, failure })
    }
    opened.isWhole = true
    this.gather()
    this.around.say({ is: 'ready' })
    this.answerSoon()
  }

  private async openShards(
    bundle: BundleId,
    paths: readonly string[],
    opened: OpenBundle,
    isCurrent: () => boolean,
  ): Promise<Failure | null> {
    for (const path of paths) {
      const failure = await this.attempt(path, async () => {
        opened.shards.push(shardIn(new Uint8Array(await this.around.read(bundle, path)), bundle))
      })
      if (failure !== null || !isCurrent()) return failure
      this.gather()
      this.around.say({ is: 'loaded', shards: opened.shards.length, of: opened.of })
      this.answerSoon()
    }
    return null
  }

  private async attempt(path: string, work: () => Promise<void>): Promise<Failure | null> {
    try {
      await work()
      return null
    } catch (error) {
      return { code: 'NO_INDEX', at: path, detail: error instanceof Error ? error.message : String(error) }
    }
  }

  private gather(): void {
    const open = [...this.bundles.values()]
    this.shards = [...open.flatMap(({ shards }) => shards), ...this.copies.shards]
    this.synonyms = new Synonyms(open.flatMap(({ names }) => names))
  }
}

interface Shown {
  /** The query as it was typed, and with its spelling mended: so it is kept when the reader goes to a hit. */
  readonly texts: readonly string[]
  readonly kinds: readonly RowKind[]
}

const nothingShown: Shown = { texts: [], kinds: [] }

/** True when a query goes on from another, or goes back to a part of it. */
const isTypedOn = (before: string, now: string): boolean => now.startsWith(before) || before.startsWith(now)

/** A bundle cannot pass something off as the reader's own. */
function checked(shard: LoadedShard): LoadedShard {
  if (shard.facets.some(({ kind }) => kind === 'copy')) throw new Error('holds a kind that is in no bundle')
  return shard
}

/** An index that other rules built would find nothing and say nothing; its rows are in the bundle, so it is made anew. */
function shardIn(bytes: Uint8Array, bundle: string): LoadedShard {
  const loaded = loadShard(bytes, bundle)
  if (loaded.ok) return checked(loaded.value)
  if (loaded.failure.is === 'not a shard') throw new Error(loaded.failure.detail)
  const rebuilt = loadShard(buildShard(loaded.failure.rows), bundle)
  if (!rebuilt.ok) throw new Error('an index made here cannot be read here')
  return checked(rebuilt.value)
}

function namesIn(bytes: ArrayBuffer): readonly Names[] {
  const names = readNames(new Uint8Array(bytes))
  if (names === null) throw new Error('not a list of names')
  return names
}
