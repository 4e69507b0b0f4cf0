import type { Glossary } from '../bundle'
import { glossaryYamlSchema, termYamlSchema } from './authored/glossary-yaml'
import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { authored } from './layout'
import { readYamlList } from './yaml-list'

/** Reads `glossary.yaml`. A word that names two terms is told: a reader could not be shown the right one. */
export async function readGlossary(texts: FolderTexts, flaws: FlawList): Promise<Glossary> {
  const schemas = { file: glossaryYamlSchema, item: termYamlSchema }
  const items = await readYamlList(authored.glossary, 'terms', schemas, { texts, flaws })
  const named = new Map<string, string>()
  for (const { value, tell } of items)
    for (const name of new Set([value.term, ...value.aliases].map((word) => word.toLowerCase()))) {
      const holder = named.get(name)
      if (holder !== undefined) tell('DUPLICATE_ID', ['term'], `"${name}" names ${holder} too`)
      named.set(name, value.id)
    }
  const terms = items.map(({ value }) => value)
  // Compared by code point, not by locale: the order must be the same on every machine.
  const name = (term: string): string => term.toLowerCase()
  return { terms: terms.sort((one, other) => (name(one.term) < name(other.term) ? -1 : 1)) }
}
