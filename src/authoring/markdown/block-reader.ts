import type { List as MdastList, RootContent, Table as MdastTable } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Block, ListItem, SourceId, Table } from '../../bundle'
import type { Tell } from '../flaw-list'
import { InlineReader, type PageLink } from './inline-reader'
import type { PageRules } from './page-rules'
import { refusal } from './refusal'

/** Lists in boxes in lists deeper than this are refused: no page needs them, and a reader bounds what it opens. */
const deepest = 12

/** Turns the blocks of one Markdown text into the subset of mdast that travels in a bundle, and numbers them. */
export class BlockReader {
  private readonly inline: InlineReader
  private readonly lines: number[] = []

  constructor(
    private readonly source: string,
    firstLine: number,
    private readonly rules: PageRules,
    private readonly tell: Tell,
  ) {
    this.inline = new InlineReader(source, firstLine, rules, tell)
  }

  /** The sources cited in what was read so far, in reading order. */
  get cited(): ReadonlySet<SourceId> {
    return this.inline.cited
  }

  /** The links in what was read so far. */
  get links(): readonly PageLink[] {
    return this.inline.links
  }

  /** The line of the file on which each text block begins, by its number. */
  get blockLines(): readonly number[] {
    return this.lines
  }

  /** The line of the file on which a node begins. */
  lineOf(node: RootContent): number {
    return this.inline.lineOf(node)
  }

  /** Reads blocks; their numbers go on from those read before. */
  blocks(nodes: readonly RootContent[], depth = 0): Block[] {
    return nodes.flatMap((node): Block[] => {
      if (depth > deepest) {
        this.tell('NOT_IN_SUBSET', this.lineOf(node), 'nested too deeply')
        return []
      }
      switch (node.type) {
        case 'heading':
          if (node.depth === 1 && this.rules.firstLevel !== true)
            this.tell(
              'NOT_IN_SUBSET',
              this.lineOf(node),
              'a first-level heading; the title stands in the front matter',
            )
          return [
            {
              type: 'heading',
              depth: node.depth,
              block: this.numbered(node),
              children: this.inline.inlines(node.children),
            },
          ]
        case 'paragraph':
          return [
            { type: 'paragraph', block: this.numbered(node), children: this.inline.inlines(node.children) },
          ]
        case 'thematicBreak':
          return [{ type: 'thematicBreak' }]
        case 'blockquote':
          return [{ type: 'blockquote', children: this.blocks(node.children, depth + 1) }]
        case 'list':
          return [this.list(node, depth)]
        case 'table':
          return [this.table(node)]
        case 'containerDirective':
          return this.box(node, depth)
        case 'leafDirective':
          this.tell('UNKNOWN_DIRECTIVE', this.lineOf(node), `::${node.name}`)
          return []
        case 'unparsed':
          this.tell('TOO_COMPLEX', this.lineOf(node), node.why)
          return []
        default:
          this.tell('NOT_IN_SUBSET', this.lineOf(node), refusal(node))
          return []
      }
    })
  }

  /** The number of the next text block. */
  private numbered(node: { position?: { start: { line: number } } | undefined }): number {
    return this.lines.push(this.inline.lineOf(node)) - 1
  }

  private list(node: MdastList, depth: number): Block {
    const children = node.children.map((item): ListItem => ({
      type: 'listItem',
      children: this.blocks(item.children, depth + 2),
    }))
    const ordered = node.ordered === true
    const start = ordered ? (node.start ?? 1) : 1
    return { type: 'list', ordered, ...(start === 1 ? {} : { start }), children }
  }

  private table(node: MdastTable): Table {
    const align = (node.align ?? []).map((side) => side ?? null)
    return {
      type: 'table',
      ...(align.some((side) => side !== null) ? { align } : {}),
      children: node.children.map((row) => ({
        type: 'tableRow',
        children: row.children.map((cell) => ({
          type: 'tableCell',
          block: this.numbered(cell),
          children: this.inline.inlines(cell.children),
        })),
      })),
    }
  }

  private box(node: ContainerDirective, depth: number): Block[] {
    const line = this.lineOf(node)
    if (!this.isClosed(node)) this.tell('UNCLOSED_BOX', line, `:::${node.name}`)
    const [label] = node.children
    const labelled = label?.type === 'paragraph' && label.data?.directiveLabel === true
    if (labelled || Object.keys(node.attributes ?? {}).length > 0)
      this.tell('NOT_IN_SUBSET', line, `a label or attributes on :::${node.name}`)
    const children = this.blocks(labelled ? node.children.slice(1) : node.children, depth + 1)
    if (node.name === 'note' || node.name === 'warning') return [{ type: 'box', kind: node.name, children }]
    this.tell('UNKNOWN_DIRECTIVE', line, `:::${node.name}`)
    return children
  }

  /** A container that is never closed runs, by its specification, to the end of the page; nobody means that. */
  private isClosed({ position }: ContainerDirective): boolean {
    const written = this.source.slice(position?.start.offset, position?.end.offset).trimEnd()
    // Only the last line is looked at: a pattern for the whole takes seconds where a box holds mostly empty lines.
    const lastLine = written.lastIndexOf('\n')
    return lastLine >= 0 && /^[\s>]*:{3,}$/.test(written.slice(lastLine + 1))
  }
}
