import type { Heading, RootContent } from 'mdast'
import type { Section, SectionKind } from '../bundle'
import type { Tell } from './flaw-list'

/** The headings of a condition page, in the order in which they may stand. */
export const sectionTitles: Readonly<Record<SectionKind, string>> = {
  'bottom-line': 'Bottom line',
  studied: 'What was studied',
  found: 'What was found',
  harms: 'Harms seen',
  regimens: 'Regimens reported',
  claims: 'What people say',
  unknown: 'What is not known',
  sources: 'Sources',
}

/** A second-level heading and what stands under it. Before the first heading the title is null. */
export interface AuthoredSection {
  readonly title: string | null
  readonly heading: Heading | null
  readonly nodes: readonly RootContent[]
}

/** Cuts a page at its second-level headings. */
export function splitSections(nodes: readonly RootContent[]): AuthoredSection[] {
  const starts = nodes.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []))
  const lead = nodes.slice(0, starts[0])
  const sections = starts.map((start, nth): AuthoredSection => {
    const heading = nodes[start] as Heading
    return { title: wordsIn(heading), heading, nodes: nodes.slice(start + 1, starts[nth + 1]) }
  })
  return lead.length === 0 ? sections : [{ title: null, heading: null, nodes: lead }, ...sections]
}

/** A section with what it is and what it is called. */
export interface NamedSection {
  readonly kind: Section['kind']
  readonly title: string
  readonly nodes: readonly RootContent[]
}

/** Names the sections of a topic: its bottom line, and then whatever its author calls them. */
export const nameTopicSections = (
  sections: readonly AuthoredSection[],
  lineOf: (node: RootContent) => number,
  tell: Tell,
): NamedSection[] =>
  sections.flatMap(({ title, nodes }) => {
    const [first] = nodes
    if (title === null) {
      tellLead(first, first === undefined ? 1 : lineOf(first), tell)
      return []
    }
    const isBottomLine = title.toLowerCase() === sectionTitles['bottom-line'].toLowerCase()
    return [{ kind: isBottomLine ? 'bottom-line' : 'topic', title, nodes }]
  })

/** Names the sections of a condition page and tells those that are unknown, out of order or there twice. */
export function nameSections(
  sections: readonly AuthoredSection[],
  lineOf: (node: RootContent) => number,
  tell: Tell,
): NamedSection[] {
  const order = Object.keys(sectionTitles) as SectionKind[]
  let last = -1
  return sections.flatMap(({ title, heading, nodes }) => {
    const first = heading ?? nodes[0]
    const line = first === undefined ? 1 : lineOf(first)
    const kind = order.find((each) => sectionTitles[each].toLowerCase() === title?.toLowerCase())
    if (kind === undefined) {
      if (title === null) tellLead(nodes[0], line, tell)
      else tell('UNKNOWN_SECTION', line, title)
      return []
    }
    if (order.indexOf(kind) <= last) tell('SECTION_ORDER', line, sectionTitles[kind])
    last = Math.max(last, order.indexOf(kind))
    return [{ kind, title: sectionTitles[kind], nodes }]
  })
}

/** Tells what stands before the first section: text, or a whole page that could not be parsed. */
function tellLead(node: RootContent | undefined, line: number, tell: Tell): void {
  if (node?.type === 'unparsed') tell('TOO_COMPLEX', line, node.why)
  else tell('UNKNOWN_SECTION', line, 'text before the first section')
}

const wordsIn = (node: RootContent | Heading): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsIn).join('').trim() : ''
