import type { Material } from './material'
import type { Random } from './random'

/** What stands in a folder: a file, or a link and where it leads. */
export type FolderItem = Uint8Array | { readonly link: string }

/** Something that no honest program writes, and how it is written. */
export type Mutant =
  /** A bundle file. `sealed` says that its hashes are right, so that its content may differ from the original's. */
  | { readonly is: 'bundle'; readonly sealed: boolean; write(path: string): Promise<void> }
  /** A folder: of an author, or a bundle that was unzipped. */
  | { readonly is: 'folder'; readonly files: ReadonlyMap<string, FolderItem> }

/** One way to make mutants. */
export interface Mutator {
  readonly name: string
  /** How often it is used, beside the others. */
  readonly weight: number
  make(random: Random, material: Material): Mutant
}
