/** A Markdown file taken apart: the YAML at its head and the text below it. */
export interface FrontMatter {
  readonly yaml: string
  /** The line of the file on which the YAML begins. */
  readonly yamlLine: number
  readonly body: string
  /** The line of the file on which the body begins. */
  readonly bodyLine: number
}

/** Takes a clean text apart at its two lines of three hyphens; null when it does not begin with front matter. */
export function splitFrontMatter(text: string): FrontMatter | null {
  const match = /^---[ \t]*\n(?:([^]*?)\n)?---[ \t]*(?:\n|$)/.exec(text)
  if (match === null) return null
  const head = match[0]
  return {
    yaml: match[1] ?? '',
    yamlLine: 2,
    body: text.slice(head.length),
    bodyLine: head.endsWith('\n') ? head.split('\n').length : head.split('\n').length + 1,
  }
}
