import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hostileNames } from './hostile'
import type { FolderItem, Mutant, Mutator } from './mutant'
import type { Random } from './random'
import { canary } from './zip-structure'

type Files = Map<string, FolderItem>

/** Changes what stands in an authoring folder, or in a bundle that was unzipped into one. */
const named = (name: string, weight: number, change: (files: Files, random: Random) => void): Mutator => ({
  name: `names: ${name}`,
  weight,
  make(random, { originals }): Mutant {
    const [original] = originals
    if (original === undefined) throw new Error('no originals')
    const encoder = new TextEncoder()
    const authored = [...original.texts].map(([path, text]) => [path, encoder.encode(text)] as const)
    const files: Files = new Map(random.once(3) ? original.entries : authored)
    change(files, random)
    return { is: 'folder', files }
  },
})

const some = (files: Files, random: Random): string => random.pick([...files.keys()])

/** Names that a disk takes; those that it cannot take are no danger to us. */
const possible = hostileNames(canary).filter(
  (name) =>
    name !== '' && !/\0|\.\.\/|^\/|\/\/|\/$/.test(name) && name.split('/').every((part) => part.length < 200),
)

/** Mutators of the names in a folder. */
export const nameMutators: readonly Mutator[] = [
  named('hostile name', 6, (files, random) => {
    const ending = random.pick(['', '.md', '.yaml', '.json'])
    files.set(
      random.pick(['', 'sources/', 'conditions/', 'data/']) + random.pick(possible) + ending,
      new Uint8Array(3),
    )
  }),
  named('same name in other case', 4, (files, random) => {
    const path = some(files, random)
    const [folder, name] = [dirname(path), path.slice(path.lastIndexOf('/') + 1)]
    files.set(join(folder, name.toUpperCase()), files.get(path) ?? new Uint8Array())
  }),
  named('link', 8, (files, random) => {
    const targets = [
      '/etc/passwd',
      '..',
      '.',
      '../secret.txt',
      '/dev/zero',
      'loop.md',
      '/proc/self/environ',
      canary,
      'bundle.yaml',
    ]
    files.set(random.pick([some(files, random), 'sources/loop.md', 'sources/linked', 'loop.md']), {
      link: random.pick(targets),
    })
  }),
  named('no UTF-8', 3, (files, random) => void files.set(some(files, random), random.bytes(40))),
  named('another encoding', 2, (files, random) => {
    const path = some(files, random)
    const bytes = files.get(path)
    if (bytes instanceof Uint8Array) files.set(path, Buffer.from(Buffer.from(bytes).toString(), 'utf16le'))
  }),
  named('large file', 1, (files, random) => {
    const bytes = random.pick([1, 40]) * 1024 * 1024
    files.set(some(files, random), Buffer.alloc(bytes, random.pick(['\0', ' ', '\n', 'a\n\n'])))
  }),
  named('many files', 1, (files) => {
    for (let number = 0; number < 400; number++) files.set(`sources/s${number}.md`, new Uint8Array())
  }),
]

/** Writes a folder as it is described; what the disk refuses is left out. */
export async function writeMutantFolder(root: string, files: ReadonlyMap<string, FolderItem>): Promise<void> {
  await mkdir(root, { recursive: true })
  for (const [name, item] of files) {
    const path = join(root, name)
    if (!path.startsWith(root)) continue
    try {
      await mkdir(dirname(path), { recursive: true })
      await (item instanceof Uint8Array ? writeFile(path, item) : symlink(item.link, path))
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
    }
  }
}
