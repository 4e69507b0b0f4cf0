import { FlawError, type EntryReader } from '../bundle'
import { tagFiles } from './bag-text'
import { limits } from './limits'
import { sha256 } from './sha256'

/**
 * The files of a bag that are about it: `bagit.txt`, the manifests, the signature. Each is read once, so that what was
 * checked is what is used, also when somebody writes to the file meanwhile.
 */
export class TagFiles {
  /** What stands before the name of each file of the bag: nothing, or a folder with its slash. */
  readonly root: string
  private readonly known = new Map<string, Uint8Array>()

  /** @throws FlawError `NO_BAG` */
  constructor(private readonly entries: EntryReader) {
    this.root = rootOf(entries.paths)
  }

  has(name: string): boolean {
    return this.entries.paths.has(this.root + name)
  }

  /** @throws FlawError `NO_BAG` when there is no such file, `TOO_LARGE` or what reading throws */
  async bytes(name: string): Promise<Uint8Array> {
    const known = this.known.get(name)
    if (known !== undefined) return known
    if (!this.has(name)) noBag(`${name} is missing`)
    const bytes = await this.entries.read(this.root + name)
    if (bytes.length > limits.directoryBytes) throw new FlawError({ code: 'TOO_LARGE', at: name })
    this.known.set(name, bytes)
    return bytes
  }

  async text(name: string): Promise<string> {
    return new TextDecoder().decode(await this.bytes(name))
  }

  /**
   * Whether a file has this SHA-256.
   *
   * @throws FlawError as `bytes` does
   */
  async matches(name: string, hash: string): Promise<boolean> {
    return (await sha256(await this.bytes(name))) === hash.toLowerCase()
  }
}

/** Where the bag begins: at the top, or in the one folder that a system makes when it zips a folder. */
function rootOf(paths: ReadonlySet<string>): string {
  if (paths.has(tagFiles.declaration)) return ''
  const suffix = `/${tagFiles.declaration}`
  const roots = [...paths].filter(
    (path) => path.endsWith(suffix) && path.indexOf('/') === path.length - suffix.length,
  )
  const [root] = roots
  if (root === undefined || roots.length > 1) noBag(`${tagFiles.declaration} is missing`)
  return root.slice(0, 1 - suffix.length)
}

/** What all say who find that something is no bag. */
export function noBag(detail: string): never {
  throw new FlawError({ code: 'NO_BAG', at: '', detail })
}
