import type { BundleId, BundleInfo } from '../../bundle'

/** What the search worker is told of bundles. */
export interface BundleSearcher {
  open(bundle: BundleInfo): void
  leave(bundle: BundleId): void
}

/** Which bundles the search worker searches, so that it reads none twice and keeps none that has gone. */
export class SearchedBundles {
  private readonly open = new Map<BundleId, string>()

  constructor(private readonly searcher: BundleSearcher) {}

  /**
   * Has these searched and no others. One that is the same as before stays as it is.
   *
   * @param anew the id of one whose content may have changed although it says the same of itself; null for none
   */
  are(bundles: readonly BundleInfo[], anew: BundleId | null = null): void {
    const wanted = new Set(bundles.map(({ id }) => id))
    for (const id of [...this.open.keys()]) {
      if (wanted.has(id)) continue
      this.open.delete(id)
      this.searcher.leave(id)
    }
    for (const bundle of bundles) {
      const print = JSON.stringify(bundle) // holds the hashes of its pages
      if (bundle.id !== anew && this.open.get(bundle.id) === print) continue
      this.open.set(bundle.id, print)
      this.searcher.open(bundle)
    }
  }
}
