import type { Node, Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown, type Extension, type Options } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import { checkLines, parseBounds, TooComplex } from './parse-bounds'

/**
 * The parts of GFM that stay plain text: an address in a text is not a link, and `[^1]` and `[ ]` are words.
 * Tables are wanted; struck-out text is read so that it can be refused instead of printing its tildes.
 */
const notRead = [
  'wwwAutolink',
  'protocolAutolink',
  'emailAutolink',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'tasklistCheck',
]

const strikethrough: Extension = {
  enter: {
    strikethrough(token) {
      this.enter({ type: 'delete', children: [] }, token)
    },
  },
  exit: {
    strikethrough(token) {
      this.exit(token)
    },
  },
}

const options: Options = {
  // One tilde is "about" (~5 mg), two strike out.
  extensions: [gfm({ singleTilde: false }), directive(), { disable: { null: notRead } }, parseBounds],
  mdastExtensions: [gfmTableFromMarkdown(), directiveFromMarkdown(), strikethrough],
}

/** Stands in the place of a whole text that asks too much of the parser. */
export interface Unparsed extends Node {
  readonly type: 'unparsed'
  readonly why: string
}

declare module 'mdast' {
  interface RootContentMap {
    unparsed: Unparsed
  }
}

/**
 * Parses CommonMark with GFM tables and generic directives. Whatever the text, this gives a tree, and in a time that
 * grows with its length only; of a text that would take longer the tree holds one node, which says why.
 */
export function parseMarkdown(text: string): Root {
  try {
    checkLines(text)
    return fromMarkdown(text, options)
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error
    const start = { line: error.line, column: 1 }
    return { type: 'root', children: [{ type: 'unparsed', why: error.why, position: { start, end: start } }] }
  }
}
