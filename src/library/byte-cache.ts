/** Keeps the byte strings used last, up to a total size. One larger than an eighth of it is not kept at all. */
export class ByteCache {
  private readonly kept = new Map<string, Uint8Array>()
  private size = 0

  constructor(private readonly limit: number) {}

  /** A copy, so that nobody can change, or move to another thread, what the next reader will be given. */
  get(key: string): Uint8Array | undefined {
    const bytes = this.kept.get(key)
    if (bytes === undefined) return undefined
    this.kept.delete(key)
    this.kept.set(key, bytes)
    return bytes.slice()
  }

  /** Keeps a copy. */
  set(key: string, bytes: Uint8Array): void {
    if (bytes.length > this.limit / 8 || this.kept.has(key)) return
    this.kept.set(key, new Uint8Array(bytes))
    this.size += bytes.length
    for (const [oldest, { length }] of this.kept) {
      if (this.size <= this.limit) return
      this.kept.delete(oldest)
      this.size -= length
    }
  }
}
