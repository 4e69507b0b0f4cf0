import { stat } from 'node:fs/promises'
import {
  bundleInfoSchema,
  canReadFormat,
  failed,
  formatVersion,
  FlawError,
  payload,
  readJson,
  success,
  type BundleInfo,
  type EntryReader,
  type Flaw,
  type Outcome,
} from '../bundle'
import { openBag } from './bag'
import type { BundleSignature } from './bag-signature'
import { openFolder } from './folder'
import { limits } from './limits'
import type { PublicKey } from './minisign/public-key'
import { openZipArchive, type OpenEntries } from './zip-archive'

/** A bundle that can be read: a file that stays open, or a folder. */
export interface OpenBundle {
  /** Where it lies on this machine. Never leaves the process. */
  readonly path: string
  readonly info: BundleInfo
  /** Its payload. Every file is checked against its hash when it is read. */
  readonly entries: EntryReader
  /** Who signed it. A bundle with a signature that does not hold never opens. */
  readonly signature: BundleSignature
  /** Lets go of the file. Closing twice does no harm. */
  close(): Promise<void>
}

/**
 * Opens a bundle, a `.lectern` file or the same unzipped into a folder, and reads its table of contents. Never throws;
 * when it fails, nothing stays open.
 *
 * @param trusted the keys whose signatures are known to be the publisher's; a signature with another is not checked
 */
export async function openBundle(
  path: string,
  trusted: readonly PublicKey[] = [],
): Promise<Outcome<OpenBundle>> {
  let container: OpenEntries | null = null
  try {
    container = await openContainer(path)
    const entries = await openBag(container, trusted)
    const info = await readInfo(entries)
    const { close } = container
    return success({ path, info, entries, signature: entries.signature, close: close.bind(container) })
  } catch (error) {
    await container?.close()
    return failed(asFlaw(error))
  }
}

/**
 * Opens what a bundle is kept in, a file or a folder, and nothing of what it holds.
 *
 * @throws FlawError or what the system says
 */
export async function openContainer(path: string): Promise<OpenEntries> {
  const found = await stat(path)
  if (found.isDirectory()) return { ...(await openFolder(path)), close: () => Promise.resolve() }
  // A pipe would keep us waiting for ever, and a device is no file either.
  if (!found.isFile()) throw new FlawError({ code: 'NOT_A_BUNDLE', at: '', detail: 'is no file' })
  return openZipArchive(path)
}

/** Only the field `format`: a newer version may differ in all others. */
const formatSchema = bundleInfoSchema.pick({ format: true })

/**
 * Reads the table of contents of a bundle.
 *
 * @throws FlawError `MISSING_ENTRY`, `WRONG_HASH`, `BAD_JSON`, `NEWER_FORMAT` or `TOO_LARGE`
 */
export async function readInfo(entries: EntryReader): Promise<BundleInfo> {
  const bytes = await entries.read(payload.info)
  if (bytes.length > limits.directoryBytes) throw new FlawError({ code: 'TOO_LARGE', at: payload.info })
  const { format } = readJson(bytes, formatSchema, payload.info)
  if (!canReadFormat(format)) {
    const isNewer = Number.parseInt(format) > Number.parseInt(formatVersion)
    throw new FlawError({
      code: isNewer ? 'NEWER_FORMAT' : 'BAD_JSON',
      at: payload.info,
      detail: `format ${format}`,
    })
  }
  return readJson(bytes, bundleInfoSchema, payload.info)
}

function asFlaw(error: unknown): Flaw {
  if (error instanceof FlawError) return error.flaw
  return { code: 'CANNOT_READ', at: '', detail: error instanceof Error ? error.message : String(error) }
}
