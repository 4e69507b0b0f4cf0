import { flaws as known, FlawError, payload, type BundleInfo, type Flaw } from '../src/bundle'
import { check } from '../src/cli/check'
import { reportChecked } from '../src/cli/check-report'
import { verify } from '../src/cli/verify'
import { readParts } from '../src/cli/verify-parts'
import { reportVerified } from '../src/cli/verify-report'
import { openBundle, type OpenBundle } from '../src/library'
import type { Material } from './material'
import type { Steps } from './steps'
import { shardOf, walkPart, walkShards, type OpenShard } from './walk-content'

/** How a mutant ended: the codes by which it was refused, or none when it opened whole. */
export interface Ending {
  readonly is: 'opened' | 'opened in part' | 'refused'
  readonly codes: readonly string[]
}

/** Thrown when a promise to readers was broken. */
export class Broken extends Error {}

/** The codes of flaws, each of which must be in the table. */
export function codesOf(flaws: readonly Flaw[]): string[] {
  for (const { code } of flaws) if (!Object.hasOwn(known, code)) throw new Broken(`an unknown flaw: ${code}`)
  return [...new Set(flaws.map(({ code }) => code))]
}

/** What would change the screen of a terminal, or the order in which it shows letters. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** A terminal that nothing may be done to. */
export const watchedTerminal = {
  out: (line: string): void => {
    if (unprintable.test(line))
      throw new Broken(`prints control characters: ${JSON.stringify(line.slice(0, 300))}`)
  },
  err: (line: string): void => watchedTerminal.out(line),
}

const dates = { today: '2026-11-22', allowExpired: false }

/**
 * Opens a bundle and uses all of it, as the app does and then as the command line does.
 *
 * @param originals what the files may hold, where no hash was made anew
 */
export async function endingOfBundle(
  path: string,
  originals: Material | null,
  steps: Steps,
): Promise<Ending> {
  const opened = await steps.take('openBundle', () => openBundle(path))
  const codes = opened.ok ? await read(opened.value, originals, steps) : codesOf([opened.failure])
  const checked = await steps.take('check', () => check(path, dates))
  const verified = await steps.take('verify', () => verify(path, null))
  codesOf([...checked.flaws, ...verified.flaws])
  reportChecked(checked, 'bundle', watchedTerminal)
  reportVerified(verified, 'bundle', watchedTerminal)
  if (!opened.ok && verified.flaws.length === 0)
    throw new Broken('verify finds nothing in what does not open')
  if (codes.length > 0 && checked.flaws.length === 0)
    throw new Broken('check finds nothing in what cannot be read')
  return { is: opened.ok ? (codes.length === 0 ? 'opened' : 'opened in part') : 'refused', codes }
}

async function read(
  { entries, info, close }: OpenBundle,
  originals: Material | null,
  steps: Steps,
): Promise<string[]> {
  try {
    if (originals !== null) await compareBytes(entries, originals)
    const flaws = await steps.take('readParts', () => readParts(entries, (part) => walkPart(part, info)))
    const shards = await steps.take('readShards', () => readShards(entries, info, flaws))
    await steps.take('find', () => walkShards(shards))
    return codesOf(flaws)
  } finally {
    await close()
  }
}

async function readShards(
  entries: OpenBundle['entries'],
  info: BundleInfo,
  unread: readonly Flaw[],
): Promise<OpenShard[]> {
  const shards: OpenShard[] = []
  for (const name of info.search.shards) {
    if (unread.some(({ at }) => at === name)) continue
    try {
      shards.push(shardOf(await entries.read(name), name))
    } catch (error) {
      if (!(error instanceof FlawError)) throw error
    }
  }
  return shards
}

/** Where the hashes are the publisher's, whatever is handed out is what the publisher packed. */
async function compareBytes(entries: OpenBundle['entries'], { originals }: Material): Promise<void> {
  for (const path of entries.paths) {
    const bytes = await entries.read(path).catch((error: unknown) => {
      if (error instanceof FlawError) return null
      throw error
    })
    if (bytes === null) continue
    const known = originals.some(({ payload: files }) => Buffer.from(files.get(path) ?? []).equals(bytes))
    if (!known && path !== payload.info) throw new Broken(`${path} was handed out changed`)
  }
}
