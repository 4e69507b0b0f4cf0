import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import { FlawError } from '../bundle'
import { EntryNames } from './entry-names'
import { limits } from './limits'
import { directoryRecord, endRecord, localRecord, zipLimits, type ZipRecord } from './zip-records'

/**
 * Kinds that are packed already: packing them again costs time and saves nothing. And the manifests, which consist of
 * hashes: packed they would be half as large, and opening a bundle would take longer.
 */
const storedKinds = /\.(?:pdf|png|jpe?g|gif|webp|avif|woff2?|mp[34]|zip|gz)$|^(?:tag)?manifest-sha256\.txt$/i

/** Takes the bytes of an archive in order, and says when it is ready for more. */
export type Sink = (bytes: Uint8Array) => Promise<void>

/** Writes a zip archive file by file, holding no more than one of them and the list of what was written. */
export class ZipWriter {
  private readonly list: Uint8Array[] = []
  private readonly names = new EntryNames()
  private offset = 0

  constructor(private readonly sink: Sink) {}

  /**
   * Appends one file. The same bytes come out packed the same on every machine and version of Node: fflate's deflate
   * is plain JavaScript, and its parameters are fixed here.
   *
   * @throws FlawError `UNSAFE_NAME` or `TOO_LARGE`, for what this code would refuse to read
   */
  async add(path: string, bytes: Uint8Array): Promise<void> {
    const problem = this.names.add(path)
    if (problem !== null) throw new FlawError({ code: 'UNSAFE_NAME', at: path, detail: problem })
    if (bytes.length > limits.entryBytes) throw new FlawError({ code: 'TOO_LARGE', at: path })
    const packed = storedKinds.test(path) ? bytes : deflateSync(bytes, { level: 6, mem: 4 })
    // A reader refuses what unpacks to hundreds of times its size, so that is not packed either.
    const deflated = packed.length < bytes.length && bytes.length <= (packed.length * limits.ratio) / 2
    const stored = deflated ? packed : bytes
    const record: ZipRecord = {
      name: new TextEncoder().encode(path),
      offset: this.offset,
      packedSize: stored.length,
      size: bytes.length,
      crc: crc32(bytes),
      deflated,
    }
    await this.write(localRecord(record))
    await this.write(stored)
    this.list.push(directoryRecord(record))
    if (this.list.length > zipLimits.files)
      throw new FlawError({ code: 'TOO_LARGE', at: '', detail: 'too many files' })
  }

  /** Appends the list of files. Nothing may be added after this. */
  async end(): Promise<void> {
    const start = this.offset
    await this.write(Buffer.concat(this.list))
    await this.write(endRecord(this.list.length, this.offset - start, start))
  }

  private async write(bytes: Uint8Array): Promise<void> {
    this.offset += bytes.length
    if (this.offset > zipLimits.bytes)
      throw new FlawError({ code: 'TOO_LARGE', at: '', detail: 'over 4 GiB' })
    if (bytes.length > 0) await this.sink(bytes)
  }
}
