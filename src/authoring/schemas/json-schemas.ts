import { z } from 'zod'
import {
  blockSchema,
  bundleIdSchema,
  conditionIdSchema,
  cslSchema,
  daySchema,
  formatVersion,
  inlineSchema,
  listItemSchema,
  phraseSchema,
  webAddressSchema,
} from '../../bundle'
import { wordsForField } from './field-words'
import { publishedSchemas, type PublishedSchema } from './schema-list'

type Json = z.core.JSONSchema.JSONSchema

/** Where JSON Schema has to say in another way what a schema checks by itself, and the names of parts that recur. */
const parts = z.registry<Record<string, unknown>>()
/** Names that Windows keeps for devices. JSON Schema has no patterns that pass over case. */
const device =
  '^(?:[cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|(?:[cC][oO][mM]|[lL][pP][tT])[0-9])(?:\\.|$)'
// Every kind of id is the same schema by another brand, so one of them stands for all.
parts.add(conditionIdSchema, { id: 'id', not: { pattern: device } })
parts.add(bundleIdSchema, { id: 'bundleId', not: { pattern: device } })
parts.add(daySchema, { id: 'day' })
parts.add(webAddressSchema, { id: 'webAddress', pattern: '^https://[^/?#@]+(?:[/?#]|$)' })
// Without the letters that only some engines of patterns know.
parts.add(cslSchema.shape.DOI.unwrap(), { pattern: '^10\\.\\d{4,9}/\\S+$' })
parts.add(blockSchema, { id: 'block' })
parts.add(listItemSchema, { id: 'listItem' })
parts.add(inlineSchema, { id: 'inline' })
parts.add(phraseSchema, { id: 'phrase' })

/** The name of the file that holds a schema. */
export const schemaFileName = (name: string): string => `${name}.schema.json`

/**
 * Every schema of the format as JSON Schema (draft 2020-12), by its name: what authors write and what readers read.
 * The same code gives the same texts. A rule that ties several fields or files together is not in them; `lectern check`
 * knows those.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(publishedSchemas).map(([name, published]) => [
      name,
      `${JSON.stringify(jsonSchemaOf(name, published), null, 2)}\n`,
    ]),
  )
}

function jsonSchemaOf(name: string, { schema, title, side }: PublishedSchema): Json {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', metadata: parts })
  // It would be the address of the part, and editors then look for the part there.
  for (const part of Object.values(body.$defs ?? {})) if (typeof part === 'object') delete part.id
  describe(body, name)
  return {
    $schema,
    $id: `urn:lectern:schema:${formatVersion}:${name}`,
    title,
    description:
      side === 'authoring'
        ? `What an author writes in Lectern's bundle format ${formatVersion}; a key that is not named here is refused.`
        : `What a reader finds in a bundle of format ${formatVersion}; a key that is not named here is passed over.`,
    ...body,
  } as Json
}

/** Says what each field is for, wherever it stands. */
function describe(schema: Json, parent: string): void {
  for (const [field, child] of Object.entries(schema.properties ?? {})) {
    if (typeof child !== 'object') continue
    const words = wordsForField(parent, field)
    if (words !== null) child.description = words
    describe(child, field)
  }
  const inner = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  for (const child of inner)
    if (typeof child === 'object' && !Array.isArray(child)) describe(child as Json, parent)
  for (const [part, child] of Object.entries(schema.$defs ?? {}))
    if (typeof child === 'object') describe(child, part)
}
