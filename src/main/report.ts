/** Says on standard error what went wrong, for the curious and for reports. Never throws. */
export function report(error: unknown, at: string): void {
  process.stderr.write(
    `lectern: ${at}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
}
