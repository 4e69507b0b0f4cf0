import { expect, test } from 'vitest'
import { parseMarkdown } from './markdown/parse-markdown'
import { nameSections, nameTopicSections, splitSections } from './sections'

const page = `## Bottom line\n\n${'*a '.repeat(5_000)}${' b*'.repeat(5_000)}\n`

test.each([
  ['condition', nameSections],
  ['topic', nameTopicSections],
])(
  'a %s page that asks too much of the parser is told so, and not that its sections are unknown',
  (_, name) => {
    const told: string[] = []
    const line = (node: { position?: { start: { line: number } } | undefined }): number =>
      node.position?.start.line ?? 0
    const sections = name(splitSections(parseMarkdown(page).children), line, (code, at) =>
      told.push(`${at} ${code}`),
    )
    expect([sections, told]).toEqual([[], ['3 TOO_COMPLEX']])
  },
)
