import { z } from './zod'
import { findingIdSchema, passageIdSchema, sourceIdSchema, statementIdSchema } from './ids'
import { certaintySchema } from './certainty'

/*
 * The subset of mdast (https://github.com/syntax-tree/mdast) in which all text of a bundle travels, and the three
 * node types of our own: `statement`, `passage` and `citation`. There is no `html` node and no image of a foreign
 * address, so a page can say things but cannot do anything. Text is data, never markup.
 */

const text = z.object({ type: z.literal('text'), value: z.string() })
const lineBreak = z.object({ type: z.literal('break') })
const inlineCode = z.object({ type: z.literal('inlineCode'), value: z.string() })

/** A mention of sources: `[@younger2013, p. 3]` in the authoring folder. */
const citation = z.object({
  type: z.literal('citation'),
  items: z
    .array(z.object({ source: sourceIdSchema, label: z.string(), locator: z.string().optional() }))
    .min(1),
})

/** What may stand inside a statement or a link, which are links themselves and so hold none. */
export type Phrase =
  | z.infer<typeof text>
  | z.infer<typeof lineBreak>
  | z.infer<typeof inlineCode>
  | { type: 'emphasis'; children: Phrase[] }
  | { type: 'strong'; children: Phrase[] }

/** Reads what may stand inside a statement or a link. */
export const phraseSchema: z.ZodType<Phrase> = z.lazy(() =>
  z.discriminatedUnion('type', [
    text,
    lineBreak,
    inlineCode,
    z.object({ type: z.literal('emphasis'), children: z.array(phraseSchema) }),
    z.object({ type: z.literal('strong'), children: z.array(phraseSchema) }),
  ]),
)

const statement = z.object({
  type: z.literal('statement'),
  id: statementIdSchema,
  certainty: certaintySchema,
  findings: z.array(findingIdSchema).min(1),
  children: z.array(phraseSchema),
})

const passage = z.object({ type: z.literal('passage'), id: passageIdSchema, children: z.array(phraseSchema) })

/** A link inside the bundle (`/conditions/crohns-disease`) or to a claim. Addresses of the web never stand in a page. */
const link = z.object({
  type: z.literal('link'),
  to: z.string().regex(/^\/(?![/\\])/, 'a link inside the bundle starts with one slash'),
  children: z.array(phraseSchema),
})

/** One clinical sentence of ours, with its certainty and the findings that it rests on. */
export type StatementNode = z.infer<typeof statement>
/** A quoted place in a source, marked in its text. */
export type PassageNode = z.infer<typeof passage>
/** A mention of one or more sources. */
export type CitationNode = z.infer<typeof citation>
/** A link to another page of the same bundle. */
export type LinkNode = z.infer<typeof link>

/** What may stand in a paragraph, a heading or a table cell. */
export type Inline =
  | z.infer<typeof text>
  | z.infer<typeof lineBreak>
  | z.infer<typeof inlineCode>
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | StatementNode
  | PassageNode
  | CitationNode
  | LinkNode

/** Reads what may stand in a paragraph, a heading or a table cell. */
export const inlineSchema: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    text,
    lineBreak,
    inlineCode,
    z.object({ type: z.literal('emphasis'), children: z.array(inlineSchema) }),
    z.object({ type: z.literal('strong'), children: z.array(inlineSchema) }),
    statement,
    passage,
    citation,
    link,
  ]),
)

/**
 * The number of a text block in its document, counted from 0 in reading order. Headings, paragraphs and table cells
 * are text blocks. Positions of passages and of search hits are given as a block and an offset in its text.
 */
const block = z.int().nonnegative()

const heading = z.object({
  type: z.literal('heading'),
  depth: z.int().min(1).max(6),
  block,
  children: z.array(inlineSchema),
})
const paragraph = z.object({ type: z.literal('paragraph'), block, children: z.array(inlineSchema) })
const tableCell = z.object({ type: z.literal('tableCell'), block, children: z.array(inlineSchema) })
const tableRow = z.object({ type: z.literal('tableRow'), children: z.array(tableCell) })
const table = z.object({
  type: z.literal('table'),
  align: z.array(z.enum(['left', 'right', 'center']).nullable()).optional(),
  children: z.array(tableRow).min(1),
})
const thematicBreak = z.object({ type: z.literal('thematicBreak') })

/** A box of a page: `note`, or `warning` for what must not be missed (opioids). `:::warning` in Markdown. */
const boxKind = z.enum(['note', 'warning'])

/** A heading; level 1 is the title of the page and is not part of its body. */
export type Heading = z.infer<typeof heading>
/** A paragraph. */
export type Paragraph = z.infer<typeof paragraph>
/** One cell of a table. */
export type TableCell = z.infer<typeof tableCell>
/** A table; its first row is the head. */
export type Table = z.infer<typeof table>
/** A list, numbered when `ordered`. */
export type List = { type: 'list'; ordered: boolean; start?: number | undefined; children: ListItem[] }
/** One item of a list. */
export type ListItem = { type: 'listItem'; children: Block[] }
/** A quotation set apart. */
export type Blockquote = { type: 'blockquote'; children: Block[] }
/** A box set apart: a note, or a warning. */
export type Box = { type: 'box'; kind: z.infer<typeof boxKind>; children: Block[] }

/** What a page is made of, from top to bottom. */
export type Block = Heading | Paragraph | Table | List | Blockquote | Box | z.infer<typeof thematicBreak>

/** Reads one item of a list. */
export const listItemSchema: z.ZodType<ListItem> = z.lazy(() =>
  z.object({ type: z.literal('listItem'), children: z.array(blockSchema) }),
)

/** Reads one block of a page; refuses every node type that is not named above. */
export const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    heading,
    paragraph,
    table,
    thematicBreak,
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int().optional(),
      children: z.array(listItemSchema),
    }),
    z.object({ type: z.literal('blockquote'), children: z.array(blockSchema) }),
    z.object({ type: z.literal('box'), kind: boxKind, children: z.array(blockSchema) }),
  ]),
)

/** A text block: the smallest piece of a document with a number of its own. */
export type TextBlock = Heading | Paragraph | TableCell
