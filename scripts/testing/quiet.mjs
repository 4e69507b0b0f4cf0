import { onTestFinished, vi } from 'vitest'

/** Keeps what is told to the person off the screen for the test that runs now, and hands it out. */
export function heard() {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  return () => write.mock.calls.map(([text]) => String(text)).join('')
}
