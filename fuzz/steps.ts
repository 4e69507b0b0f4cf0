/**
 * How long each step of looking at a mutant took. What a person waits for is one step, not their sum; and time in which
 * the machine did other work is not counted.
 */
export class Steps {
  /** The longest step so far. */
  longest: { readonly name: string; readonly milliseconds: number } = { name: '', milliseconds: 0 }

  /** Does one step, and notes how long it took, also when it fails. */
  async take<Result>(name: string, step: () => Result | Promise<Result>): Promise<Result> {
    const start = performance.now()
    const before = process.cpuUsage()
    try {
      return await step()
    } finally {
      const { user, system } = process.cpuUsage(before)
      const milliseconds = Math.min(performance.now() - start, (user + system) / 1_000)
      if (milliseconds > this.longest.milliseconds) this.longest = { name, milliseconds }
    }
  }
}
