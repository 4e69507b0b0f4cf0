import type { BundleId } from '../../bundle'
import { buildShard, loadShard, type LoadedShard } from '../../search'
import { holdsCopyOnly, placedFacets, placedRow, type CopyPlace } from '../copies/copy-rows'
import type { Said } from './messages'

interface KeptCopy {
  place: CopyPlace
  /** Null while it is being read. */
  shard: LoadedShard | null
}

/** What a shelf reads from and speaks to. */
export interface ShelfSurroundings {
  /** The bytes of the index of a copy. May throw. */
  readonly read: (sha256: string) => Promise<ArrayBuffer>
  readonly say: (said: Said) => void
  /** More can be searched, or less. */
  readonly changed: () => void
}

/** The indexes of the reader's own copies, bundle by bundle. */
export class CopyShelf {
  private readonly bundles = new Map<BundleId, Map<string, KeptCopy>>()

  constructor(private readonly around: ShelfSurroundings) {}

  /** Every index that has been read. */
  get shards(): readonly LoadedShard[] {
    return this.all.flatMap(({ shard }) => shard ?? [])
  }

  /** False while some are being read. */
  get isWhole(): boolean {
    return this.all.every(({ shard }) => shard !== null)
  }

  /** Says which copies of a bundle can be searched. Those that are not named go at once; those there are are not read again. */
  set(bundle: BundleId, places: readonly CopyPlace[]): void {
    const before = this.bundles.get(bundle) ?? new Map<string, KeptCopy>()
    const now = new Map<string, KeptCopy>()
    this.bundles.set(bundle, now)
    for (const place of places) {
      // One file may be the copy of two sources: the first has its hits.
      if (now.has(place.sha256)) continue
      const known = before.get(place.sha256)
      if (known !== undefined) known.place = place
      const copy = known ?? { place, shard: null }
      now.set(place.sha256, copy)
      if (known === undefined) void this.load(bundle, copy)
    }
    this.around.changed()
  }

  private get all(): readonly KeptCopy[] {
    return [...this.bundles.values()].flatMap((copies) => [...copies.values()])
  }

  private async load(bundle: BundleId, copy: KeptCopy): Promise<void> {
    const { sha256 } = copy.place
    const isCurrent = (): boolean => this.bundles.get(bundle)?.get(sha256) === copy
    const shard = await this.around
      .read(sha256)
      .then((bytes) => this.shardIn(new Uint8Array(bytes), bundle, copy, isCurrent))
      .catch(() => null) // vanished or unreadable: said below
    if (!isCurrent()) return
    if (shard === null) {
      this.bundles.get(bundle)?.delete(sha256)
      this.around.say({ is: 'copy lost', sha256 })
    }
    copy.shard = shard
    this.around.changed()
  }

  /** An index by other rules is made anew from its rows, and handed out to be kept; null for what is none of a copy. */
  private shardIn(
    bytes: Uint8Array,
    bundle: BundleId,
    copy: KeptCopy,
    isCurrent: () => boolean,
  ): LoadedShard | null {
    const load = (index: Uint8Array) =>
      loadShard(index, bundle, {
        row: (row) => placedRow(row, copy.place),
        facets: (facets) => placedFacets(facets, copy.place),
      })
    const loaded = load(bytes)
    if (loaded.ok) return holdsCopyOnly(loaded.value) ? loaded.value : null
    if (loaded.failure.is === 'not a shard' || !isCurrent()) return null
    const index = buildShard(loaded.failure.rows)
    const rebuilt = load(index)
    if (!rebuilt.ok || rebuilt.value.rowCount === 0 || !holdsCopyOnly(rebuilt.value)) return null
    this.around.say({ is: 'copy rebuilt', sha256: copy.place.sha256, index })
    return rebuilt.value
  }
}
