import { cslSchema, type CslRecord } from '../bundle'
import { addressProblem } from './gates/addresses'
import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { IdRegister } from './id-register'
import { authored } from './layout'
import { YamlText } from './yaml-text'
import { wordsOf } from './zod-words'

/** The records of `references.json` by their id, in the order of the file. */
export type References = ReadonlyMap<string, CslRecord>

/** Reads `references.json`; a folder without one has no records. */
export async function readReferences(texts: FolderTexts, flaws: FlawList): Promise<References> {
  const records = new Map<string, CslRecord>()
  if (!texts.has(authored.references)) return records
  const text = await texts.text(authored.references)
  if (text === null) return records
  const parsed = parse(text)
  const lineOf = lineFinder(text)
  const tell = flaws.about(authored.references)
  if (!Array.isArray(parsed.value)) {
    tell('BAD_REFERENCES', parsed.line, parsed.problem ?? 'not a list of records')
    return records
  }
  const ids = new IdRegister(flaws)
  for (const [index, value] of parsed.value.entries()) {
    const record = cslSchema.safeParse(value)
    if (record.success) {
      ids.claim(record.data.id, () => `${authored.references}:${lineOf([index])}`)
      records.set(record.data.id, record.data)
      const problem = addressProblem(record.data.URL)
      if (problem !== null) tell('BAD_WEB_ADDRESS', lineOf([index, 'URL']), problem)
    } else
      for (const issue of record.error.issues) {
        const path = [index, ...issue.path.map(String)]
        tell('BAD_FIELD', lineOf(path), wordsOf(issue, issue.path, value))
      }
  }
  return records
}

interface Parsed {
  readonly value: unknown
  readonly line: number
  readonly problem?: string
}

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text), line: 1 }
  } catch (error) {
    let line = 1
    // JSON is YAML, and the YAML parser knows where it stopped understanding.
    new YamlText(text, (_, at) => (line = line === 1 ? at : line))
    return { value: null, line, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Reads the text as YAML for its lines, but only when there is a flaw to place: a large library is slow that way. */
function lineFinder(text: string): (path: readonly (string | number)[]) => number {
  let yaml: YamlText | null = null
  return (path) => (yaml ??= new YamlText(text, () => undefined)).lineOf(path)
}
