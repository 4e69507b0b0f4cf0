import { z } from './zod'
import { termIdSchema } from './ids'

/** A term that a reader may not know, and what it means here. */
export const termSchema = z.object({
  id: termIdSchema,
  term: z.string().min(1),
  /** Abbreviations and other spellings under which it stands in running text. */
  aliases: z.array(z.string().min(1)),
  /** One to three plain sentences. */
  says: z.string().min(1),
})
/** See {@link termSchema}. */
export type Term = z.infer<typeof termSchema>

/** The file `glossary.json`, its terms in alphabetical order. */
export const glossarySchema = z.object({ terms: z.array(termSchema) })
/** See {@link glossarySchema}. */
export type Glossary = z.infer<typeof glossarySchema>
