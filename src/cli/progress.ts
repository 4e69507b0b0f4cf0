import { clearLine, cursorTo } from 'node:readline'

/** The parts of packing, in order. */
export type Phase = 'check' | 'write'

/** Told how far a long command is. */
export interface Progress {
  /** So many of so many steps of a phase are done. */
  step(phase: Phase, done: number, of: number): void
  /** The command is done, or has failed: whatever is printed next must stand on a line of its own. */
  end(): void
}

/** What a progress is shown on: standard error, so that what was asked for can go to a file. */
export interface ProgressStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const names: Readonly<Record<Phase, string>> = { check: 'Checking', write: 'Writing' }
const barWidth = 24
/** A terminal need not be drawn more often than eyes follow, in milliseconds. */
const drawnEvery = 80

/** A bar that stays on its line on a terminal; elsewhere (a log, a pipe) one plain line for each phase. */
export const progressOn = (stream: ProgressStream, now: () => number = Date.now): Progress =>
  stream.isTTY === true ? bar(stream as NodeJS.WriteStream, now) : lines(stream)

function bar(stream: NodeJS.WriteStream, now: () => number): Progress {
  let drawnAt = -Infinity
  const wipe = (): void => {
    cursorTo(stream, 0)
    clearLine(stream, 0)
  }
  return {
    step(phase, done, of) {
      if (done < of && now() - drawnAt < drawnEvery) return
      drawnAt = now()
      const full = of === 0 ? barWidth : Math.round((done / of) * barWidth)
      const drawn = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`
      wipe()
      const percent = of === 0 ? 100 : Math.floor((done / of) * 100)
      stream.write(`${names[phase]} ${drawn} ${percent} %`.slice(0, (stream.columns || 80) - 1))
    },
    end() {
      if (drawnAt === -Infinity) return
      wipe()
      drawnAt = -Infinity
    },
  }
}

function lines(stream: ProgressStream): Progress {
  let said: Phase | null = null
  return {
    step(phase) {
      if (phase === said) return
      said = phase
      stream.write(`${names[phase]}…\n`)
    },
    end() {
      said = null
    },
  }
}
