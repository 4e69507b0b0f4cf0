/** Keeps the numbers with the highest scores, of any number that it is given. Of equal scores the lower number wins. */
export class Best {
  /** A heap: the least of those kept stands first. */
  private readonly heap: { readonly number: number; readonly score: number }[] = []

  constructor(private readonly most: number) {}

  add(number: number, score: number): void {
    const { heap, most } = this
    const [least] = heap
    if (heap.length < most) {
      heap.push({ number, score })
      this.rise(heap.length - 1)
    } else if (least !== undefined && isLess(least, { number, score })) {
      heap[0] = { number, score }
      this.sink(0)
    }
  }

  /** Those that were kept, the best first. */
  sorted(): { readonly number: number; readonly score: number }[] {
    return this.heap.toSorted((a, b) => b.score - a.score || a.number - b.number)
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.swapIfLess(at, parent)) return
      at = parent
    }
  }

  private sink(from: number): void {
    for (let at = from; ;) {
      const [left, right] = [at * 2 + 1, at * 2 + 2]
      const [one, other] = [this.heap[left], this.heap[right]]
      if (one === undefined) return
      const child = other !== undefined && isLess(other, one) ? right : left
      if (!this.swapIfLess(child, at)) return
      at = child
    }
  }

  private swapIfLess(one: number, other: number): boolean {
    const [first, second] = [this.heap[one], this.heap[other]]
    if (first === undefined || second === undefined || !isLess(first, second)) return false
    this.heap[one] = second
    this.heap[other] = first
    return true
  }
}

const isLess = (
  one: { readonly number: number; readonly score: number },
  other: { readonly number: number; readonly score: number },
): boolean => one.score < other.score || (one.score === other.score && one.number > other.number)
