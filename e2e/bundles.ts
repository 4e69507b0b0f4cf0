import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const root = resolve(import.meta.dirname, '..')

/** The bundle that ships with the app, as the build packed it. */
export const defaultBundle = join(root, 'out/bundles/ldn.lectern')

/** Runs the real command line to its end. */
export const lectern = (...args: readonly string[]): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, [commandLine, ...args])

/** The command line, as the build made it. */
export const commandLine = join(root, 'out/cli/lectern.js')

/** Writes an authoring folder and packs it with the real command. Returns the bundle's path. */
export async function packed(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  key: string | null = null,
): Promise<string> {
  await written(folder, files)
  const bundle = join(folder, 'test.lectern')
  await lectern('pack', folder, '--out', bundle, ...(key === null ? [] : ['--key', key]))
  return bundle
}

/** Writes an authoring folder, with what every one must have. Returns the folder. */
export async function written(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  for (const [name, text] of Object.entries({ ...smallest, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

const smallest = {
  'bundle.yaml': `id: test
version: 1.0.0
title: Test bundle
publisher: Tests
licence: CC0-1.0
languages: [en]
reviewed: 2026-11-22
expires: 2027-11-22
summary: A bundle for tests.
groups: [Long]
columns: []
`,
  'about.md': 'For tests.\n',
  'references.json': '[]',
}

/** A copy of a bundle with some files changed (null removes); the manifests are made to fit, so that only the change counts. */
export async function altered(
  from: string,
  to: string,
  changes: Readonly<Record<string, (text: string) => string | Uint8Array | null>>,
  keepManifest = false,
): Promise<string> {
  const original: Record<string, Uint8Array> = unzipSync(new Uint8Array(await readFile(from)))
  const files: Record<string, Uint8Array> = Object.fromEntries(
    Object.entries(original).flatMap(([name, bytes]) => {
      const text = changes[name] === undefined ? null : changes[name](strFromU8(bytes))
      if (changes[name] === undefined) return [[name, bytes]]
      return text === null ? [] : [[name, typeof text === 'string' ? strToU8(text) : text]]
    }),
  )
  if (!keepManifest && files['manifest-sha256.txt'] !== undefined) {
    files['manifest-sha256.txt'] = manifestOf(files, (name) => name.startsWith('data/'))
    files['tagmanifest-sha256.txt'] = manifestOf(
      files,
      (name) => !name.startsWith('data/') && !name.startsWith('tagmanifest'),
    )
  }
  await writeFile(to, zipSync(files))
  return to
}

function manifestOf(
  files: Readonly<Record<string, Uint8Array>>,
  counts: (name: string) => boolean,
): Uint8Array {
  const lines = Object.entries(files)
    .filter(([name]) => counts(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  return strToU8(lines.join(''))
}
