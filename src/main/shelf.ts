import { basename } from 'node:path'
import type { BundleId } from '../bundle'
import type { OpenBundle } from '../library'
import type { ShelfBundle } from '../shared/contract'
import type { Library } from './library'
import { fileOf, withoutBundle } from './state/state'
import type { StateKeeper } from './state/state-keeper'
import { formerSigner } from './state/trust'

/** A bundle that the reader has, and where its file lies. */
interface Known {
  readonly id: BundleId
  readonly path: string
}

/** The bundles that the reader has: those they opened before, and the one that Lectern ships with. */
export class Shelf {
  private shipped: BundleId | null = null

  constructor(
    private readonly library: Library,
    private readonly state: StateKeeper,
    private readonly defaultBundle: string,
  ) {}

  /** True for the file of the bundle that ships with the app. */
  isShipped(path: string): boolean {
    return path === this.defaultBundle
  }

  /** Notes the id of the bundle that ships, so that it need not be looked up. */
  knowShipped(id: BundleId): void {
    this.shipped = id
  }

  /** Where a bundle may lie, the likeliest first: where the reader opened it, then where the one that ships lies. */
  async *pathsOf(bundle: BundleId): AsyncGenerator<string> {
    const known = fileOf(this.state.current, bundle)
    if (known !== null) yield known
    if (bundle === (await this.shippedId())) yield this.defaultBundle
  }

  /**
   * Every bundle of the reader, the one on the desk first, then those opened last. All that can be are opened, to be
   * searched; one that was signed by somebody else before is for the reader to open first, who is then warned.
   *
   * @param withOthers false lists only the one on the desk
   */
  async list(withOthers: boolean): Promise<readonly ShelfBundle[]> {
    const known = withOthers ? await this.known() : this.onDesk()
    await this.library.keepBeside(new Set(known.map(({ id }) => id)))
    const all: ShelfBundle[] = []
    for (const one of known) all.push(await this.look(one))
    return all
  }

  /** Takes a bundle off the shelf; its file stays where it is. The one that is open stays open. */
  forget(bundle: BundleId): void {
    this.state.change((state) => withoutBundle(state, bundle))
  }

  private onDesk(): readonly Known[] {
    const { current } = this.library
    return current === null ? [] : [{ id: current.info.id, path: current.path }]
  }

  private async known(): Promise<readonly Known[]> {
    const shipped = await this.shippedId()
    const opened = Object.keys(this.state.current.files)
      .map((id) => ({ id: id as BundleId, path: fileOf(this.state.current, id as BundleId) ?? '' }))
      .toReversed()
    const all = [
      ...this.onDesk(),
      ...opened,
      ...(shipped === null ? [] : [{ id: shipped, path: this.defaultBundle }]),
    ]
    return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at)
  }

  private async look({ id, path }: Known): Promise<ShelfBundle> {
    const about = { id, file: basename(path), isShipped: this.isShipped(path) }
    const found = this.library.find(id)
    if (found !== null && found === this.library.current)
      return { ...about, is: 'on the desk', bundle: found.info }
    const opened = found === null ? await this.library.openBeside(path) : { ok: true as const, value: found }
    if (!opened.ok) {
      const { code, at } = opened.failure
      return { ...about, is: 'failed', failure: { code, at: at === path ? about.file : at } }
    }
    const { info } = opened.value
    // The file holds another bundle now; that is not what the reader put here.
    if (info.id !== id) return { ...about, is: 'failed', failure: { code: 'NO_SUCH_BUNDLE', at: about.file } }
    return { ...about, is: this.isDoubted(opened.value) ? 'doubted' : 'beside', bundle: info }
  }

  private isDoubted({ info, signature }: OpenBundle): boolean {
    return formerSigner(this.state.current, info.id, signature) !== null
  }

  private async shippedId(): Promise<BundleId | null> {
    this.shipped ??= await this.library.idOf(this.defaultBundle)
    return this.shipped
  }
}
