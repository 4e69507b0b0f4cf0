import type { Options } from 'mdast-util-from-markdown'

/*
 * What a Markdown text may ask of its parser. micromark takes time that grows with the square of some counts, and with
 * the cube of one: 60 kB of nested emphasis keep it busy for seconds, 20 kB of open boxes for minutes. No writing comes
 * near these bounds. What one look at the lines can tell is refused before parsing; the rest is counted while parsing,
 * where it is known what belongs together: a page may hold a thousand marks in a table, a cell may not.
 */
const most = {
  /** Lines of a text: a book of 500 pages. The parser takes a tenth of a millisecond for a paragraph. */
  lines: 50_000,
  /** Marks in one paragraph, heading or cell: emphasis, brackets, colons and whatever else may begin something. */
  marks: 1_000,
  /** Directives in the labels of directives. */
  labels: 24,
  /** Boxes in boxes. */
  boxes: 24,
  /** The column in which a list or a quotation may begin. Twelve levels, the most that a page may have, need less. */
  column: 200,
  /** Rulers and headings that are underlined. */
  underlines: 1_000,
} as const

/** Thrown by the parser at the place where a text asks for too much. */
export class TooComplex extends Error {
  constructor(
    readonly line: number,
    readonly why: string,
  ) {
    super(`line ${line}: ${why}`)
    this.name = 'TooComplex'
  }
}

/**
 * Refuses what can be told from the lines alone.
 *
 * @throws TooComplex
 */
export function checkLines(text: string): void {
  let [boxes, labels] = [0, 0]
  const lines = text.split('\n')
  if (lines.length > most.lines) throw new TooComplex(most.lines, 'too many lines')
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') labels = 0
    for (const [found] of line.matchAll(/:\w[\w-]*\[|\]/g)) {
      labels = found === ']' ? Math.max(0, labels - 1) : labels + 1
      if (labels > most.labels) throw new TooComplex(index + 1, 'directives nested too deeply')
    }
    const fence = /^[\s>]*:{3,}(.?)/.exec(line)
    if (fence !== null) boxes = fence[1]?.trim() ? boxes + 1 : Math.max(0, boxes - 1)
    if (boxes > most.boxes) throw new TooComplex(index + 1, 'boxes nested too deeply')
  }
}

type MicromarkExtension = Exclude<NonNullable<Options['extensions']>[number], readonly unknown[]>
type Constructs = NonNullable<MicromarkExtension['text']>
type Construct = Exclude<NonNullable<Constructs[string]>, readonly unknown[]>
type Context = ThisParameterType<Construct['tokenize']>

/** Looks at a place before anything else does, and leaves it to the others. */
const looking = (look: (context: Context) => void): Construct => ({
  name: 'lecternBound',
  // Not a reason to stop at a sign: two colons are no directive, and the others decide that by what stands before.
  previous: () => false,
  tokenize(_effects, _ok, nok) {
    return (code) => {
      look(this)
      return nok(code)
    }
  },
})

const at = (signs: string, construct: Construct): Constructs =>
  Object.fromEntries([...signs].map((sign) => [sign.charCodeAt(0), construct]))

/** Counts how often a construct was tried in one tokenizer: in one paragraph, or in the blocks of one container. */
function counting(limit: number, why: string): Construct {
  const counts = new WeakMap<Context, number>()
  return looking((context) => {
    const count = (counts.get(context) ?? 0) + 1
    counts.set(context, count)
    if (count > limit) throw new TooComplex(context.now().line, why)
  })
}

const indented = looking((context) => {
  const { column, line } = context.now()
  if (column > most.column) throw new TooComplex(line, 'nested too deeply')
})

/** The bounds that are watched while parsing, as an extension of micromark. Parsing then throws {@link TooComplex}. */
export const parseBounds: MicromarkExtension = {
  text: at('*_~[]!:<&`\\', counting(most.marks, 'too many marks in one paragraph')),
  document: at('*+-0123456789>', indented),
  flow: at('=-', counting(most.underlines, 'too many rulers')),
}
