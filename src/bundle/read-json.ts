import type { z } from './zod'
import { FlawError } from './flaws'

/** JSON nested deeper than this is refused: no page needs it, and a deeper one could exhaust the stack. */
export const deepestJson = 60

/**
 * Reads one JSON file of a bundle and checks it against its schema.
 *
 * @throws FlawError `BAD_JSON` with the path of the first wrong field as detail
 */
export function readJson<Schema extends z.ZodType>(
  bytes: Uint8Array,
  schema: Schema,
  at: string,
): z.infer<Schema> {
  const value = parse(bytes, at)
  if (isDeeperThan(value, deepestJson))
    throw new FlawError({ code: 'BAD_JSON', at, detail: 'nested too deeply' })
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new FlawError({
    code: 'BAD_JSON',
    at,
    detail: issue === undefined ? result.error.message : whereAndWhat(issue),
  })
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

function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}
