import {
  Composer,
  Lexer,
  parseDocument,
  Parser,
  YAMLParseError,
  type CST,
  type Document,
  type LineCounter,
} from 'yaml'

/**
 * YAML nested deeper than this is refused. The composer of `yaml` calls itself for each level: a text of 20 kB could
 * keep it busy for minutes, and end the process when the stack overflows inside a regular expression.
 */
export const deepestYaml = 100

/** Parses a YAML text as `parseDocument` of `yaml` does. Of one that is nested too deeply, that is the only error. */
export function parseYaml(text: string, lineCounter: LineCounter): Document.Parsed {
  const options = { lineCounter, prettyErrors: false, stringKeys: true, logLevel: 'error' } as const
  const parser = new Parser(lineCounter.addNewLine)
  try {
    const [first, second] = new Composer(options).compose(
      tokens(parser, text, lineCounter),
      true,
      text.length,
    )
    if (first === undefined) return parseDocument('')
    if (second !== undefined) {
      const [start, end] = second.range
      first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'there is more than one document'))
    }
    return first
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const empty = parseDocument('')
    empty.errors.push(error)
    return empty
  }
}

/** The tokens of a text. The parser keeps what is open on a stack of its own, so its depth is known at any time. */
function* tokens(parser: Parser, text: string, { addNewLine }: LineCounter): Generator<CST.Token, void> {
  addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    const here = parser.offset
    if (parser.stack.length > deepestYaml)
      throw new YAMLParseError([here, here], 'BAD_COLLECTION_TYPE', 'nested too deeply')
  }
  yield* parser.end()
}
