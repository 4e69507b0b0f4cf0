/** What a zip archive says about one file. */
export interface ZipRecord {
  readonly name: Uint8Array
  readonly offset: number
  readonly packedSize: number
  readonly size: number
  readonly crc: number
  readonly deflated: boolean
}

/** Without the 64-bit extension a zip ends here: 65,535 files, 4 GiB. */
export const zipLimits = { files: 0xffff, bytes: 0xffff_ffff } as const

/*
 * The three records of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16,
 * written by hand because a bundle must come out the same on every machine: a day that no time zone moves, sizes in
 * front of the bytes, plain files that anyone may read.
 */

/** Version 2.0: deflate. */
const neededVersion = 20
/** Made on Unix, so that the attributes are read as such. */
const madeOnUnix = (3 << 8) | neededVersion
/** A regular file, `rw-r--r--`. */
const attributes = (0o100644 << 16) >>> 0
/** Names are UTF-8. */
const flags = 0x0800
/** 1 January 1980, 00:00: the first day that a zip can name. */
const day = 0x0021

/** What stands before the bytes of a file. */
export function localRecord(record: ZipRecord): Uint8Array {
  return joined(pack([4, 0x04034b50], [2, neededVersion], ...common(record), [2, 0]), record.name)
}

/** A line of the archive's list of files. */
export function directoryRecord(record: ZipRecord): Uint8Array {
  const placed = [
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, attributes],
    [4, record.offset],
  ] as const
  const fields = pack([4, 0x02014b50], [2, madeOnUnix], [2, neededVersion], ...common(record), ...placed)
  return joined(fields, record.name)
}

/** The end of the archive: where the list of files stands. */
export function endRecord(files: number, listBytes: number, listOffset: number): Uint8Array {
  return pack(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files],
    [2, files],
    [4, listBytes],
    [4, listOffset],
    [2, 0],
  )
}

/** A number and how many bytes it takes. */
type Field = readonly [bytes: 2 | 4, value: number]

function common({ deflated, crc, packedSize, size, name }: ZipRecord): Field[] {
  const method = deflated ? 8 : 0
  return [
    [2, flags],
    [2, method],
    [2, 0],
    [2, day],
    [4, crc],
    [4, packedSize],
    [4, size],
    [2, name.length],
  ]
}

function pack(...fields: Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}

function joined(head: Uint8Array, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + name.length)
  bytes.set(head)
  bytes.set(name, head.length)
  return bytes
}
