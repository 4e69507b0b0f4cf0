import type { Tried } from './try-mutant'

/** How mutants of one kind ended. */
interface Row {
  mutants: number
  opened: number
  'in part': number
  refused: number
  failed: number
  'slowest ms': number
}

/** A whole run, as it can be written as JSON. */
export interface Report {
  readonly seed: number
  readonly count: number
  readonly seconds: number
  readonly peakMemoryMiB: number
  readonly largestGrowthMiB: number
  readonly slowest: readonly Pick<Tried, 'number' | 'mutator' | 'milliseconds'>[]
  readonly byMutator: Readonly<Record<string, Row>>
  /** How often each flaw was named. */
  readonly byCode: Readonly<Record<string, number>>
  readonly failures: readonly Tried[]
}

/** Adds up a run, mutant by mutant. */
export class Tally {
  private readonly rows = new Map<string, Row>()
  private readonly codes = new Map<string, number>()
  private readonly failures: Tried[] = []
  private slowest: Tried[] = []
  private peak = 0
  private growth = 0
  private count = 0

  add(tried: Tried): void {
    const { mutator, ending, codes, milliseconds, memory, growth } = tried
    const none: Row = { mutants: 0, opened: 0, 'in part': 0, refused: 0, failed: 0, 'slowest ms': 0 }
    const row = this.rows.get(mutator) ?? none
    row.mutants++
    row[ending === 'opened in part' ? 'in part' : ending]++
    row['slowest ms'] = Math.max(row['slowest ms'], Math.round(milliseconds))
    this.rows.set(mutator, row)
    for (const code of codes) this.codes.set(code, (this.codes.get(code) ?? 0) + 1)
    if (ending === 'failed') this.failures.push(tried)
    this.slowest = [...this.slowest, tried].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10)
    this.peak = Math.max(this.peak, memory)
    this.growth = Math.max(this.growth, growth)
    this.count++
  }

  /** How many failed so far. */
  get failed(): number {
    return this.failures.length
  }

  /** How many were tried so far. */
  get tried(): number {
    return this.count
  }

  report(seed: number, seconds: number): Report {
    return {
      ...{ seed, count: this.count, seconds: Math.round(seconds) },
      peakMemoryMiB: Math.round(this.peak / 2 ** 20),
      largestGrowthMiB: Math.round(this.growth / 2 ** 20),
      slowest: this.slowest.map(({ number, mutator, milliseconds }) => ({ number, mutator, milliseconds })),
      byMutator: Object.fromEntries([...this.rows].sort(([a], [b]) => (a < b ? -1 : 1))),
      byCode: Object.fromEntries([...this.codes].sort(([, a], [, b]) => b - a)),
      failures: this.failures,
    }
  }
}
