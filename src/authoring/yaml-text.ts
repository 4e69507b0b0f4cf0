import { isMap, isScalar, isSeq, LineCounter, type Document, type Node } from 'yaml'
import type { z } from 'zod'
import type { Tell } from './flaw-list'
import { parseYaml } from './parse-yaml'
import { unknownField, valueAt, wordsOf } from './zod-words'

/** A file with a broken bracket can make hundreds of errors; the first ones name the cause. */
const mostErrors = 10

/** A path of keys and indexes in a YAML value. */
export type YamlPath = readonly (string | number)[]

/** A YAML text with the line of each of its values. Faults of syntax are told when it is made. */
export class YamlText {
  /** What the text says, unchecked; of a broken text, what could be made out. */
  readonly value: unknown
  private readonly lines = new LineCounter()
  private readonly document: Document.Parsed
  private readonly broken: boolean

  constructor(
    text: string,
    private readonly tell: Tell,
    /** The line of the file on which the text begins. */
    private readonly firstLine = 1,
  ) {
    this.document = parseYaml(text, this.lines)
    const faults = [...this.document.errors, ...this.document.warnings]
    const said = new Set<number>()
    for (const { pos, message } of faults) {
      const line = this.lineAt(pos[0])
      if (said.size < mostErrors && !said.has(line)) this.tell('BAD_YAML', line, message)
      said.add(line)
    }
    const unfolded = this.unfold()
    this.value = unfolded.value
    this.broken = faults.length > 0 || !unfolded.whole
  }

  /** The line of the value at a path, or of the nearest value above it. */
  lineOf(path: YamlPath): number {
    let node: unknown = this.document.contents
    let start = rangeStart(node)
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
        if (pair === undefined) break
        start = rangeStart(pair.key) ?? start
        node = pair.value
      } else if (isSeq(node)) {
        node = node.items[Number(step)]
        start = rangeStart(node) ?? start
      } else break
    }
    return start === null ? this.firstLine : this.lineAt(start)
  }

  /** The value at a path as its schema reads it. Null when it does not fit; then every field at fault is told. */
  read<Schema extends z.ZodType>(schema: Schema, path: YamlPath = []): z.infer<Schema> | null {
    const value = valueAt(this.value, path)
    const result = schema.safeParse(value)
    if (result.success) return result.data
    // Of a text with faults of syntax only those are told: the fields would be noise.
    if (!this.broken) for (const issue of result.error.issues) this.tellIssue(issue, path)
    return null
  }

  private tellIssue(issue: z.core.$ZodIssue, above: YamlPath): void {
    const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))]
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        this.tell('BAD_FIELD', this.lineOf([...path, key]), unknownField(path, key))
    else this.tell('BAD_FIELD', this.lineOf(path), wordsOf(issue, path, this.value))
  }

  private lineAt(offset: number): number {
    return this.lines.linePos(offset).line + this.firstLine - 1
  }

  /** `toJS` throws where an alias has no anchor, or where aliases multiply beyond reason. */
  private unfold(): { value: unknown; whole: boolean } {
    try {
      return { value: this.document.toJS(), whole: true }
    } catch (error) {
      this.tell('BAD_YAML', this.firstLine, error instanceof Error ? error.message : String(error))
      return { value: null, whole: false }
    }
  }
}

const rangeStart = (node: unknown): number | null => (node as Node | null | undefined)?.range?.[0] ?? null
