import { open, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, inflateRaw, inflateRawSync } from 'node:zlib'
import { FlawError, type EntryReader } from '../bundle'
import { limits as usualLimits, type Limits } from './limits'
import { listZip, localHeaderBytes, type ZipEntry } from './zip-list'

const inflate = promisify(inflateRaw)

/** The files of a bundle, with something to let go of when they are no longer needed. */
export interface OpenEntries extends EntryReader {
  /** Reading after this fails with `CANNOT_READ`. Closing twice does no harm. */
  close(): Promise<void>
}

/**
 * Opens a zip archive for reading at random. Only its list of files is read now; nothing is ever unpacked to disk.
 *
 * @throws FlawError `CANNOT_READ`, `EMPTY_FILE`, `NOT_A_BUNDLE`, `DAMAGED`, `UNSAFE_NAME` or `TOO_LARGE`
 */
export async function openZipArchive(path: string, limits: Limits = usualLimits): Promise<OpenEntries> {
  const handle = await open(path).catch((error: unknown) => {
    throw readingFlaw(error, '')
  })
  try {
    const { size } = await handle.stat()
    if (size === 0) throw new FlawError({ code: 'EMPTY_FILE', at: '' })
    return new ZipArchive(handle, size, await listZip(handle, size, limits))
  } catch (error) {
    const { flaw } = error instanceof FlawError ? error : readingFlaw(error, '')
    const isOther = flaw.code === 'DAMAGED' && !(await looksLikeZip(handle).catch(() => true))
    await handle.close()
    throw new FlawError(isOther ? { code: 'NOT_A_BUNDLE', at: '', detail: 'is no zip' } : flaw)
  }
}

class ZipArchive implements OpenEntries {
  readonly paths: ReadonlySet<string>
  private closing: Promise<void> | null = null

  constructor(
    private readonly handle: FileHandle,
    private readonly fileSize: number,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {
    this.paths = new Set(entries.keys())
  }

  async read(path: string): Promise<Uint8Array> {
    const entry = this.entries.get(path)
    if (entry === undefined) throw new FlawError({ code: 'MISSING_ENTRY', at: path })
    if (this.closing !== null) {
      throw new FlawError({ code: 'CANNOT_READ', at: path, detail: 'the bundle was closed' })
    }
    try {
      const packed = await this.packedBytes(entry)
      const bytes = entry.deflated ? await inflated(packed, entry.size) : packed
      if (bytes.length !== entry.size) throw new Error('the size is not the one announced')
      if (crc32(bytes) !== entry.crc) throw new Error('the checksum of the archive does not match')
      return bytes
    } catch (error) {
      throw readingFlaw(error, path)
    }
  }

  close(): Promise<void> {
    this.closing ??= this.handle.close()
    return this.closing
  }

  private async packedBytes({ offset, packedSize }: ZipEntry): Promise<Buffer> {
    const header = await this.bytesAt(offset, localHeaderBytes)
    if (header.readUInt32LE(0) !== 0x04034b50) throw new Error('the local header is not where the list says')
    const start = offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28)
    return this.bytesAt(start, packedSize)
  }

  private async bytesAt(position: number, length: number): Promise<Buffer> {
    // Looked at before the memory is taken: a damaged list can announce any length.
    if (position + length > this.fileSize) throw new Error('the file ends too early')
    // Not from Node's shared pool, where the neighbours of a small file would travel with it.
    const buffer = Buffer.allocUnsafeSlow(length)
    const { bytesRead } = await this.handle.read(buffer, 0, length, position)
    if (bytesRead < length) throw new Error('the file ends too early')
    return buffer
  }
}

/** Up to this size a file unfolds in less time than it takes to hand it to another thread. */
const unfoldedAtOnce = 64 * 1024

/** Never more than the announced size, whatever the packed bytes would unfold to. */
async function inflated(packed: Buffer, size: number): Promise<Buffer> {
  const maxOutputLength = Math.max(size, 1)
  if (size <= unfoldedAtOnce) return inflateRawSync(packed, { maxOutputLength })
  return inflate(packed, { maxOutputLength, chunkSize: Math.min(size, 1024 * 1024) })
}

/** True when the file begins as a zip does, be it cut off after the first byte; an empty zip has only its end. */
async function looksLikeZip(handle: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
  const head = buffer.subarray(0, bytesRead).toString('latin1')
  return ['PK\x03\x04', 'PK\x05\x06'].some((signature) => signature.startsWith(head))
}

/** What a failed read means: the system refused it, or the archive does not hold what it should. */
function readingFlaw(error: unknown, at: string): FlawError {
  const detail = error instanceof Error ? error.message : String(error)
  const bySystem = error instanceof Error && 'syscall' in error
  return new FlawError({ code: bySystem ? 'CANNOT_READ' : 'DAMAGED', at, detail })
}
