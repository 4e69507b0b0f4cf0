import type { Nodes } from 'mdast'

/** What an author would call a node that a page cannot show. */
const names: Partial<Record<Nodes['type'], string>> = {
  break: 'a line break',
  code: 'a code block (indented by four spaces or fenced)',
  definition: 'a link definition',
  delete: 'struck-out text',
  footnoteDefinition: 'a footnote',
  footnoteReference: 'a footnote',
  image: 'an image',
  imageReference: 'an image',
  inlineCode: 'code',
  link: 'a link',
  linkReference: 'a link by reference',
  textDirective: 'a directive',
}

/** Names what is refused, for the detail of a flaw. */
export function refusal(node: Nodes): string {
  if (node.type === 'html') return `raw HTML: ${firstLine(node.value)}`
  if (node.type === 'textDirective') return `:${node.name}`
  return names[node.type] ?? node.type
}

const firstLine = (value: string): string => value.split('\n', 1)[0]?.slice(0, 60) ?? ''
