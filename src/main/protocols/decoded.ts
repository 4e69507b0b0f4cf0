/** A percent-encoded path as text, or null when it is not percent-encoded text, and so no path of ours. */
export function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
