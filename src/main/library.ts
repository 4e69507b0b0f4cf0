import type { BundleId, Flaw, Outcome } from '../bundle'
import { openBundle, type OpenBundle, type PublicKey } from '../library'
import { report } from './report'

/** The bundle that is open, if any. Opening another closes it, once the other is known to be good. */
export class Library {
  private open: OpenBundle | null = null

  /** @param trusted the publishers' keys that the reader trusts now */
  constructor(private readonly trusted: () => readonly PublicKey[] = () => []) {}

  /** The open bundle, or null. */
  get current(): OpenBundle | null {
    return this.open
  }

  /**
   * Opens a bundle file or folder. On failure the bundle that was open stays open. That the one before cannot be closed
   * is no failure: the reader has what they asked for.
   */
  async openFile(path: string): Promise<Outcome<OpenBundle, Flaw>> {
    const opened = await openBundle(path, this.trusted())
    if (!opened.ok) return opened
    const previous = this.open
    this.open = opened.value
    if (previous !== null) await closeQuietly(previous)
    return opened
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
}

async function closeQuietly(bundle: OpenBundle): Promise<void> {
  try {
    await bundle.close()
  } catch (error) {
    report(error, 'closing a bundle')
  }
}
