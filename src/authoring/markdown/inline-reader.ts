import type { Link, PhrasingContent, Text } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import type { CitationNode, Inline, LinkNode, Phrase, SourceId } from '../../bundle'
import type { Tell } from '../flaw-list'
import { bareKeys, splitCitations, type CitedText, type Mention } from './citations'
import type { PageRules } from './page-rules'
import { withPlainDirectives } from './plain-directives'
import { refusal } from './refusal'
import { readStatement } from './statement-directive'

/** Emphasis in emphasis deeper than this is no longer writing. */
const deepest = 6

/** A link of a page and the line it stands on, to be followed when all pages are known. */
export interface PageLink {
  readonly to: string
  readonly line: number
}

/** Turns what stands in a line into the subset of mdast that travels in a bundle. Tells whatever is not in it. */
export class InlineReader {
  /** The sources cited so far, in reading order. */
  readonly cited = new Set<SourceId>()
  /** The links met so far. */
  readonly links: PageLink[] = []

  constructor(
    private readonly source: string,
    private readonly firstLine: number,
    private readonly rules: PageRules,
    private readonly tell: Tell,
  ) {}

  /** The line of the file on which a node begins. */
  lineOf(node: { position?: { start: { line: number } } | undefined }): number {
    return (node.position?.start.line ?? 1) + this.firstLine - 1
  }

  /** What may stand in a paragraph, a heading or a cell. */
  inlines(nodes: readonly PhrasingContent[], depth = 0): Inline[] {
    return withPlainDirectives(nodes, this.source).flatMap((node) => this.inline(node, depth))
  }

  /** What may stand inside a statement or a link. */
  phrases(nodes: readonly PhrasingContent[], inside: string, depth = 0): Phrase[] {
    return withPlainDirectives(nodes, this.source).flatMap((node): Phrase[] => {
      switch (node.type) {
        case 'text':
          if (splitCitations(node.value).some(({ is }) => is !== 'text'))
            this.tell('NOT_IN_SUBSET', this.lineOf(node), `a citation in ${inside}; it stands after it`)
          return [{ type: 'text', value: inOneLine(node.value) }]
        case 'emphasis':
        case 'strong':
          if (this.tooDeep(node, depth)) return []
          return [{ type: node.type, children: this.phrases(node.children, inside, depth + 1) }]
        default:
          this.tell('NOT_IN_SUBSET', this.lineOf(node), `${refusal(node)} in ${inside}`)
          return []
      }
    })
  }

  private inline(node: PhrasingContent, depth: number): Inline[] {
    switch (node.type) {
      case 'text':
        return this.text(node)
      case 'emphasis':
      case 'strong':
        if (this.tooDeep(node, depth)) return []
        return [{ type: node.type, children: this.inlines(node.children, depth + 1) }]
      case 'inlineCode':
        return [{ type: 'inlineCode', value: node.value }]
      case 'break':
        return [{ type: 'break' }]
      case 'link':
        return [this.link(node, depth)]
      case 'textDirective':
        return this.directive(node, depth)
      default:
        this.tell('NOT_IN_SUBSET', this.lineOf(node), refusal(node))
        return []
    }
  }

  private link(node: Link, depth: number): LinkNode {
    const line = this.lineOf(node)
    this.links.push({ to: node.url, line })
    if (node.children.length === 0) this.tell('NOT_IN_SUBSET', line, 'a link without words')
    if (typeof node.title === 'string') this.tell('NOT_IN_SUBSET', line, 'a link with a title')
    return { type: 'link', to: node.url, children: this.phrases(node.children, 'a link', depth + 1) }
  }

  private directive(node: TextDirective, depth: number): Inline[] {
    if (this.tooDeep(node, depth)) return []
    const line = this.lineOf(node)
    if (node.name !== 'statement') {
      this.tell('UNKNOWN_DIRECTIVE', line, `:${node.name}`)
      return this.inlines(node.children, depth + 1)
    }
    if (this.rules.statement === undefined) {
      this.tell('NOT_IN_SUBSET', line, 'a statement outside a condition page')
      return this.inlines(node.children, depth + 1)
    }
    const children = this.phrases(node.children, 'a statement', depth + 1)
    const head = readStatement(node, (code, detail) => this.tell(code, line, detail))
    const rests = head === null ? null : this.rules.statement(head.id, head.findings, line)
    if (head === null || rests === null) return children
    return [{ type: 'statement', id: head.id, ...rests, children }]
  }

  private text(node: Text): Inline[] {
    const lineAt = (start: number): number =>
      this.lineOf(node) + node.value.slice(0, start).split('\n').length - 1
    return splitCitations(node.value).flatMap((part) => this.part(part, lineAt))
  }

  private part(part: CitedText, lineAt: (start: number) => number): Inline[] {
    if (part.is === 'citation') return this.citation(part.mentions, lineAt(part.start))
    if (part.is === 'unreadable') this.tell('BAD_CITATION', lineAt(part.start), part.value)
    for (const { source, start } of part.is === 'text' ? bareKeys(part.value) : [])
      if (this.rules.source(source) !== null)
        this.tell('BAD_CITATION', lineAt(part.start + start), `@${source} without brackets`)
    return [{ type: 'text', value: inOneLine(part.value) }]
  }

  private citation(mentions: readonly Mention[], line: number): Inline[] {
    const items: CitationNode['items'] = []
    for (const mention of mentions) {
      const source = this.rules.source(mention.source)
      if (source === null) {
        this.tell('UNKNOWN_SOURCE', line, mention.source)
        continue
      }
      this.cited.add(source.id)
      items.push({
        source: source.id,
        label: source.label,
        ...(mention.locator === undefined ? {} : { locator: mention.locator }),
      })
    }
    return items.length === 0 ? [] : [{ type: 'citation', items }]
  }

  private tooDeep(node: PhrasingContent, depth: number): boolean {
    if (depth < deepest) return false
    this.tell('NOT_IN_SUBSET', this.lineOf(node), 'nested too deeply')
    return true
  }
}

/** A line end inside a paragraph is a space to a reader. Looked for only after a word: a long gap is tried once. */
const inOneLine = (value: string): string => value.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ')
