/** Bytes that grow as they are written. */
export class ByteWriter {
  private bytes: Uint8Array

  /** How many bytes were written. */
  length = 0

  constructor(room = 1_024) {
    this.bytes = new Uint8Array(room)
  }

  /** Appends a whole number from 0 to 2^32 - 1, seven bits to the byte, the lowest first. */
  varint(value: number): void {
    this.makeRoom(5)
    let rest = value >>> 0
    while (rest > 0x7f) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  append(bytes: Uint8Array): void {
    this.makeRoom(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** What was written so far; not a copy. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    larger.set(this.written())
    this.bytes = larger
  }
}

/** Numbers of 32 bits that grow as they are written: a list of as many would take several times the memory. */
export class NumberWriter {
  private numbers = new Uint32Array(1_024)

  /** How many numbers were written. */
  length = 0

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Uint32Array(this.numbers.length * 2)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers[this.length++] = value
  }

  /** What was written so far; not a copy. */
  written(): Uint32Array {
    return this.numbers.subarray(0, this.length)
  }
}

/** Reads varints between two places. Past the end, or of more than five bytes, there is none: `isBroken`. */
export class VarintReader {
  /** True once something was read that is no varint; all that is read afterwards is 0. */
  isBroken = false

  constructor(
    private readonly bytes: Uint8Array,
    /** The place of the next byte. */
    public at: number,
    private end: number,
  ) {}

  /** Goes to another place. */
  restart(at: number, end: number): void {
    this.at = at
    this.end = Math.min(end, this.bytes.length)
    this.isBroken = false
  }

  /** True while there is something to read. */
  get hasMore(): boolean {
    return !this.isBroken && this.at < this.end
  }

  next(): number {
    let value = 0
    for (let shift = 0; shift < 35 && this.hasMore; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
    this.isBroken = true
    return 0
  }

  /** Copies the next bytes; false, and nothing copied, when there are not so many. */
  copy(length: number, into: Uint8Array, at: number): boolean {
    if (this.at + length > this.end) this.isBroken = true
    if (this.isBroken) return false
    for (let step = 0; step < length; step++) into[at + step] = this.bytes[this.at + step] ?? 0
    this.at += length
    return true
  }
}
