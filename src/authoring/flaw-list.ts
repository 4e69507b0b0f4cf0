import { severityOf, type Flaw, type FlawCode } from '../bundle'

/** Reports a flaw in one file, at a line counted from 1. */
export type Tell = (code: FlawCode, line: number, detail?: string) => void

/** Collects every flaw of a folder, so that the author is told all of them and not only the first. */
export class FlawList {
  private readonly found = new Map<string, Flaw>()

  /** Adds a flaw. The same flaw found twice, because a file is read twice, is told once. */
  add(code: FlawCode, at: string, detail?: string): void {
    this.found.set([code, at, detail].join('\n'), detail === undefined ? { code, at } : { code, at, detail })
  }

  /** A reporter for one file. */
  about(file: string): Tell {
    return (code, line, detail) => this.add(code, `${file}:${line}`, detail)
  }

  /** True when one of the flaws stops packing. */
  get stops(): boolean {
    return [...this.found.values()].some((flaw) => severityOf(flaw) === 'error')
  }

  /** The flaws by file and line, whatever the order in which they were found. */
  sorted(): Flaw[] {
    return [...this.found.values()]
      .map((flaw) => ({ flaw, ...placeOf(flaw) }))
      .sort((one, other) => compare(one.file, other.file) || one.line - other.line)
      .map(({ flaw }) => flaw)
  }
}

interface Place {
  readonly file: string
  readonly line: number
}

function placeOf({ at }: Flaw): Place {
  const match = /^(.*):(\d+)$/s.exec(at)
  return { file: match?.[1] ?? at, line: Number(match?.[2] ?? 0) }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
