import type { z } from 'zod'

/** What is wrong with the field at a path of a value, in the words of the author: `version: missing`. */
export function wordsOf(issue: z.core.$ZodIssue, path: readonly PropertyKey[], value: unknown): string {
  const problem = problemOf(issue, valueAt(value, path))
  return path.length === 0 ? problem : `${path.join('.')}: ${problem}`
}

/** What is said of a field that the format does not have. A space in its name is the mark of a cut sentence. */
export const unknownField = (path: readonly PropertyKey[], key: string): string =>
  `${[...path, key].join('.')}: unknown${/\s/.test(key) ? '; between { and } a text with a comma stands in quotes' : ''}`

function problemOf(issue: z.core.$ZodIssue, found: unknown): string {
  if (found === undefined) return 'missing'
  if (found === null) return 'empty; write a value or leave the field out'
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof found !== 'object')
    return 'must be text; put it in quotes'
  return issue.message.replace(/^Invalid (?:input|option): /, '')
}

/** The value at a path of keys and indexes, or undefined. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )
}
