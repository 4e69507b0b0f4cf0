/**
 * The page that a reader means, counted from 1: the one with this label printed on it, else the one with this number.
 * `#12` means the twelfth page whatever is printed on it. Null when there is none.
 */
export function pageNamed(text: string, count: number, labels: readonly string[] | null): number | null {
  const typed = text.trim()
  const byLabel = labels?.findIndex((label) => label.toLowerCase() === typed.toLowerCase()) ?? -1
  if (byLabel >= 0 && typed !== '') return byLabel + 1
  const number = /^#?(\d{1,7})$/.exec(typed)?.[1]
  const page = number === undefined ? Number.NaN : Number(number)
  return page >= 1 && page <= count ? page : null
}
