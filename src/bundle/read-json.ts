import type { z } from './zod'
import { FlawError } from './flaws'
import { sizeOfJson } from './json-size'

/** JSON nested deeper than this is refused: no page needs it, and a deeper one could exhaust the stack. */
export const deepestJson = 60

/** What one JSON file may hold. */
export interface JsonLimits {
  readonly bytes: number
  /**
   * Values in lists and objects. A small file can hold very many, and checking them takes memory and time for each fault
   * in each: 150 kB of empty objects are half a million faults.
   */
  readonly values: number
}

/** Well above what the largest page of a library of 10,000 documents holds. */
export const usualJson: JsonLimits = { bytes: 32 * 1024 * 1024, values: 300_000 }

/**
 * Reads one JSON file of a bundle and checks it against its schema.
 *
 * @throws FlawError `TOO_LARGE`, or `BAD_JSON` with the path of the first wrong field as detail
 */
export function readJson<Schema extends z.ZodType>(
  bytes: Uint8Array,
  schema: Schema,
  at: string,
  limits: JsonLimits = usualJson,
): z.infer<Schema> {
  const value = parseJson(bytes, at, limits)
  const result = checked(schema, value, at)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new FlawError({
    code: 'BAD_JSON',
    at,
    detail: issue === undefined ? result.error.message : whereAndWhat(issue),
  })
}

/**
 * Parses one JSON file of a bundle, unless it holds more than it may.
 *
 * @throws FlawError `TOO_LARGE` or `BAD_JSON`
 */
export function parseJson(bytes: Uint8Array, at: string, limits: JsonLimits = usualJson): unknown {
  if (bytes.length > limits.bytes)
    throw new FlawError({ code: 'TOO_LARGE', at, detail: `holds ${bytes.length} bytes` })
  const { depth, values } = sizeOfJson(bytes)
  if (depth > deepestJson) throw new FlawError({ code: 'BAD_JSON', at, detail: 'nested too deeply' })
  if (values > limits.values)
    throw new FlawError({ code: 'TOO_LARGE', at, detail: `holds about ${values} values` })
  return parse(bytes, at)
}

/** zod keeps every fault that it finds, and the stack overflows when it hands on some 100,000 of them at once. */
function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  at: string,
): z.ZodSafeParseResult<z.infer<Schema>> {
  try {
    return schema.safeParse(value)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new FlawError({ code: 'BAD_JSON', at, detail: 'too many of its fields are wrong' })
  }
}

/** `findings.0.id: not a usable id`; the whole file has no path. */
const whereAndWhat = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`

function parse(bytes: Uint8Array, at: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new FlawError({
      code: 'BAD_JSON',
      at,
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}
