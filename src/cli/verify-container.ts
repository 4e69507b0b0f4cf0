import { FlawError, type Flaw } from '../bundle'
import {
  escapeName,
  openBag,
  openContainer,
  parseManifest,
  payloadFolder,
  TagFiles,
  tagFiles,
  type Bag,
  type OpenEntries,
  type PublicKey,
} from '../library'

/** A bundle that is open to be looked at in every part. */
export interface Container {
  /** All files, the tag files too, under their names in the archive. */
  readonly files: OpenEntries
  /** The payload; a file that is not as the manifest says cannot be read. */
  readonly payload: Bag
}

/**
 * Opens a bundle, hands it over, and closes it.
 *
 * @param trusted the keys whose signatures are known to be the publisher's
 * @throws FlawError when there is no container, or no bag whose manifest can be trusted
 */
export async function withContainer<Result>(
  path: string,
  trusted: readonly PublicKey[],
  look: (container: Container) => Promise<Result>,
): Promise<Result> {
  const files = await openContainer(path).catch((error: unknown) => {
    if (error instanceof FlawError) throw error
    const detail = error instanceof Error ? error.message : String(error)
    throw new FlawError({ code: 'CANNOT_READ', at: '', detail })
  })
  try {
    return await look({ files, payload: await openBag(files, trusted) })
  } finally {
    await files.close()
  }
}

/** What `sha256sum` takes for a line of a manifest: it is stricter than a reader of bags has to be. */
const checkedLine = /^[0-9a-fA-F]{64} [ *][^\\\r\n]+$/

/**
 * What is wrong with the bag itself, beside its payload: tag files that were changed, files that no manifest lists,
 * a size that is not the one announced, and lines by which `sha256sum -c` would look for other files than we do.
 * `octets` is what the payload holds; null when not all of it could be read.
 */
export async function bagFlaws(container: Container, octets: number | null): Promise<Flaw[]> {
  return [
    ...(await manifestFlaws(container, tagFiles.manifest)),
    ...(await manifestFlaws(container, tagFiles.tagManifest)),
    ...(await tagFlaws(container)),
    ...unlistedFlaws(container),
    ...(await sizeFlaws(container, octets)),
  ]
}

const textOf = ({ files }: Container, name: string): Promise<string> => new TagFiles(files).text(name)

async function manifestFlaws(container: Container, name: string): Promise<Flaw[]> {
  const lines = (await textOf(container, name)).split('\n')
  return lines.flatMap((line, index): Flaw[] => {
    if (line === '') return []
    const file = line.slice(66)
    // An escaped name is right in a bag, but `sha256sum` would look for the escaped one.
    if (checkedLine.test(line) && escapeName(file) === file) return []
    return [{ code: 'DAMAGED', at: `${name}:${index + 1}`, detail: 'sha256sum could not check this line' }]
  })
}

async function tagFlaws(container: Container): Promise<Flaw[]> {
  const flaws: Flaw[] = []
  const tags = new TagFiles(container.files)
  const listed = parseManifest(await textOf(container, tagFiles.tagManifest), tagFiles.tagManifest)
  for (const [name, hash] of listed) {
    try {
      if (!tags.has(name)) flaws.push({ code: 'MISSING_ENTRY', at: name })
      else if (!(await tags.matches(name, hash))) flaws.push({ code: 'WRONG_HASH', at: name })
    } catch (error) {
      if (!(error instanceof FlawError)) throw error
      flaws.push({ ...error.flaw, at: name })
    }
  }
  return flaws
}

/** BagIt asks that each file of the payload is listed: what is not could be put there by anybody. */
function unlistedFlaws({ files, payload }: Container): Flaw[] {
  const start = payload.root + payloadFolder
  return [...files.paths].flatMap((path): Flaw[] => {
    const name = path.slice(start.length)
    if (!path.startsWith(start) || payload.paths.has(name)) return []
    return [{ code: 'DAMAGED', at: name, detail: `${tagFiles.manifest} does not list it` }]
  })
}

async function sizeFlaws(container: Container, octets: number | null): Promise<Flaw[]> {
  const { files, payload } = container
  if (octets === null || !new TagFiles(files).has(tagFiles.info)) return []
  const announced = /^Payload-Oxum: *(\d+\.\d+)\s*$/m.exec(await textOf(container, tagFiles.info))?.[1]
  const found = `${octets}.${payload.paths.size}`
  if (announced === undefined || announced === found) return []
  return [
    { code: 'DAMAGED', at: tagFiles.info, detail: `Payload-Oxum: ${announced}, where there is ${found}` },
  ]
}
