import { join } from 'node:path'
import { compileBundle } from '../src/authoring'
import { severityOf } from '../src/bundle'
import { check } from '../src/cli/check'
import { reportChecked } from '../src/cli/check-report'
import { pack } from '../src/cli/pack'
import { openBundle } from '../src/library'
import { Broken, codesOf, endingOfBundle, watchedTerminal, type Ending } from './bundle-properties'
import { inMemory } from './material'
import type { FolderItem } from './mutant'
import type { Steps } from './steps'

/** What no mutant may let out: it stands beside the folder, and only a link could lead to it. */
export const secret = 'THE-SECRET-BESIDE-THE-FOLDER'

/**
 * Checks and packs a folder. When nothing stops it, the bundle must be one that opens and in which no check finds an
 * error, for everybody who gets it.
 */
export async function endingOfFolder(
  root: string,
  files: ReadonlyMap<string, FolderItem>,
  outFolder: string,
  steps: Steps,
): Promise<Ending> {
  const dates = { today: '2026-11-22', allowExpired: true }
  const checked = await steps.take('check', () => check(root, dates))
  reportChecked(checked, 'folder', watchedTerminal)
  if (files.has('bagit.txt')) return endingOfBundle(root, null, steps)
  await steps.take('compileBundle', () => compileInMemory(files))
  const out = join(outFolder, 'packed.lectern')
  const packed = await steps.take('pack', () => pack(root, out, null, dates))
  const codes = codesOf(packed.flaws)
  if (packed.is !== 'written') return { is: 'refused', codes: codes.length > 0 ? codes : ['not run'] }
  if (checked.flaws.some((flaw) => severityOf(flaw) === 'error')) throw new Broken('packs what check refuses')
  const opened = await openBundle(out)
  if (!opened.ok) throw new Broken(`does not open after packing: ${JSON.stringify(opened.failure)}`)
  for (const path of opened.value.entries.paths)
    if (Buffer.from(await opened.value.entries.read(path)).includes(secret))
      throw new Broken('packs what a link leads to')
  await opened.value.close()
  const again = await check(out, dates)
  const errors = again.flaws.filter((flaw) => severityOf(flaw) === 'error')
  if (errors.length > 0) throw new Broken(`packs a bundle with errors: ${JSON.stringify(errors.slice(0, 3))}`)
  return { is: 'opened', codes }
}

/** Compiles the texts as they are, lone surrogates too, which no file can hold. */
async function compileInMemory(files: ReadonlyMap<string, FolderItem>): Promise<void> {
  const decoder = new TextDecoder()
  const texts = [...files].flatMap(([path, item]) =>
    item instanceof Uint8Array ? [[path, item] as const] : [],
  )
  if (texts.length > 40 || texts.some(([, bytes]) => bytes.length > 1_000_000)) return
  const { flaws, payload } = await compileBundle(
    inMemory(
      new Map(texts.map(([path, bytes]) => [path, decoder.decode(bytes).replaceAll('\u0301', '\uD800')])),
    ),
  )
  codesOf(flaws)
  for await (const { path, bytes } of payload ?? [])
    if (!path.startsWith('search/')) JSON.parse(decoder.decode(bytes))
}
