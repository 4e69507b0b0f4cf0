import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { vi } from 'vitest'
import { compileBundle } from '../authoring'
import { folderOf } from '../authoring/fixtures/small-folder'
import { writeBundle, type PayloadFile } from '../library'
import { run } from './run'

/* For the tests of this folder: real folders, real bundles, and bundles that no honest author packs. */

/** What a run of `lectern` printed, and how it ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `lectern` with these arguments. */
export async function lectern(...args: string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** Runs a test in a folder of its own, which is removed afterwards. */
export async function inFolder(test: (root: string) => Promise<void>): Promise<void> {
  // The content of the tests has dates, and is to be good in any year in which they run.
  vi.setSystemTime('2026-11-22')
  const root = await mkdtemp(join(tmpdir(), 'lectern-cli-'))
  try {
    await test(root)
  } finally {
    vi.useRealTimers()
    await rm(root, { recursive: true, force: true })
  }
}

/** Writes files, by their paths, and says where. */
export async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

/** Search shards are no text: a letter for each byte, so that some can be changed for as many others. */
const encodingOf = (path: string): BufferEncoding => (path.endsWith('.bin') ? 'latin1' : 'utf8')
const textOf = (path: string, bytes: Uint8Array): string => Buffer.from(bytes).toString(encodingOf(path))

/** The payload of the small bundle, by path. */
export async function smallPayload(): Promise<Map<string, string>> {
  const { payload } = await compileBundle(folderOf())
  if (payload === null) throw new Error('the small folder has a flaw')
  const files = new Map<string, string>()
  for await (const { path, bytes } of payload) files.set(path, textOf(path, bytes))
  return files
}

/** A change of one file of the payload: other words for some of its words, a new text, or null to leave it out. */
export type Change = readonly [from: string, to: string] | string | null

/**
 * Writes the small bundle with some files changed, its hashes right: so is what a hostile or mistaken publisher packs.
 */
export async function writeSmallBundle(
  path: string,
  changes: Readonly<Record<string, Change>> = {},
): Promise<string> {
  const files = await smallPayload()
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) files.delete(name)
    else if (typeof change === 'string') files.set(name, change)
    else {
      const before = files.get(name) ?? ''
      if (!before.includes(change[0])) throw new Error(`${name} does not hold ${change[0]}: ${before}`)
      files.set(
        name,
        before.replaceAll(change[0], () => change[1]),
      )
    }
  }
  const payload: PayloadFile[] = [...files].map(([name, text]) => ({
    path: name,
    bytes: Buffer.from(text, encodingOf(name)),
  }))
  await writeBundle(path, payload, {
    organization: 'Somebody',
    identifier: 'small-1.0.0',
    date: '2026-11-22',
  })
  return path
}

/** What a command printed with `--json`: one line and nothing else. */
export function recordOf({ out, err }: Ran): Record<string, unknown> {
  if (out.includes('\n') || err !== '') throw new Error(`more than one line: ${out}${err}`)
  return JSON.parse(out) as Record<string, unknown>
}
