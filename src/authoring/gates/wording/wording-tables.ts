import { english } from './en'
import type { WordingTable } from './wording-table'

const tables: Readonly<Record<string, WordingTable>> = { en: english }

/** The table of a language (BCP 47); null when its wording cannot be checked yet. */
export const wordingTable = (language: string): WordingTable | null =>
  tables[language.split('-')[0]?.toLowerCase() ?? ''] ?? null
