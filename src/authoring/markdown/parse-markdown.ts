import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown, type Extension, type Options } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'

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
  extensions: [gfm({ singleTilde: false }), directive(), { disable: { null: notRead } }],
  mdastExtensions: [gfmTableFromMarkdown(), directiveFromMarkdown(), strikethrough],
}

/** Parses CommonMark with GFM tables and generic directives. Whatever the text, this gives a tree. */
export const parseMarkdown = (text: string): Root => fromMarkdown(text, options)
