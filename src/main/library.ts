import type { BundleId, Flaw, Outcome } from '../bundle'
import { openBundle, type OpenBundle, type PublicKey } from '../library'
import { report } from './report'

/**
 * The bundles that are open: the one on the desk, and others beside it that are searched too. Opening another on the
 * desk takes the place of the one before, once the other is known to be good.
 */
export class Library {
  private open: OpenBundle | null = null
  private readonly beside = new Map<BundleId, OpenBundle>()
  /** Others are searched: the one that leaves the desk stays open beside it. */
  private keepsOthers = false

  /** @param trusted the publishers' keys that the reader trusts now */
  constructor(private readonly trusted: () => readonly PublicKey[] = () => []) {}

  /** The bundle on the desk, or null. */
  get current(): OpenBundle | null {
    return this.open
  }

  /** The open bundle of that id, on the desk or beside it, or null. */
  find(id: string): OpenBundle | null {
    return this.open?.info.id === id ? this.open : (this.beside.get(id as BundleId) ?? null)
  }

  /**
   * Opens a bundle file or folder on the desk. On failure the bundle that was open stays open. That the one before cannot
   * be closed is no failure: the reader has what they asked for.
   */
  async openFile(path: string): Promise<Outcome<OpenBundle, Flaw>> {
    const opened = await openBundle(path, this.trusted())
    if (!opened.ok) return opened
    const previous = this.open
    const { id } = opened.value.info
    this.open = opened.value
    await this.closeBeside(id)
    if (previous !== null) {
      if (this.keepsOthers && previous.info.id !== id) this.beside.set(previous.info.id, previous)
      else await closeQuietly(previous)
    }
    return opened
  }

  /** Opens a bundle beside the one on the desk, in the place of the one of its id. That on the desk is never replaced. */
  async openBeside(path: string): Promise<Outcome<OpenBundle, Flaw>> {
    this.keepsOthers = true
    const opened = await openBundle(path, this.trusted())
    if (!opened.ok) return opened
    const { id } = opened.value.info
    await this.closeBeside(id)
    if (this.open?.info.id === id) {
      await closeQuietly(opened.value)
      return { ok: true, value: this.open }
    }
    this.beside.set(id, opened.value)
    return opened
  }

  /** Closes the bundles beside the desk, but for these. */
  async keepBeside(ids: ReadonlySet<string>): Promise<void> {
    for (const id of [...this.beside.keys()]) if (!ids.has(id)) await this.closeBeside(id)
  }

  /** The id of the bundle that lies there, or null when it cannot be read. What is open stays open. */
  async idOf(path: string): Promise<BundleId | null> {
    const opened = await openBundle(path, this.trusted())
    if (!opened.ok) return null
    await closeQuietly(opened.value)
    return opened.value.info.id
  }

  /** Whether the bundle that lies there was signed with this key. What is open stays open. */
  async isSignedBy(path: string, key: PublicKey): Promise<boolean> {
    const opened = await openBundle(path, [key])
    if (!opened.ok) return false
    await closeQuietly(opened.value)
    return opened.value.signature.is === 'valid'
  }

  private async closeBeside(id: BundleId): Promise<void> {
    const open = this.beside.get(id)
    this.beside.delete(id)
    if (open !== undefined) await closeQuietly(open)
  }
}

async function closeQuietly(bundle: OpenBundle): Promise<void> {
  try {
    await bundle.close()
  } catch (error) {
    report(error, 'closing a bundle')
  }
}
