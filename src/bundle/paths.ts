import type { ConditionId, HandoutId, SourceId } from './ids'

/** Where things stand in the payload of a bundle, relative to the bag's `data/`. */
export const payload = {
  info: 'bundle.json',
  claims: 'claims.json',
  references: 'references.json',
  glossary: 'glossary.json',
  resources: 'resources.json',
  condition: (id: ConditionId): string => `conditions/${id}.json`,
  evidence: (id: ConditionId): string => `evidence/${id}.json`,
  source: (id: SourceId): string => `sources/${id}.json`,
  sourceFile: (id: SourceId, type: 'application/pdf' | 'text/html'): string =>
    `files/${id}.${type === 'text/html' ? 'html' : 'pdf'}`,
  handout: (id: HandoutId): string => `handouts/${id}.json`,
  searchShard: (number: number): string => `search/shard-${number}.bin`,
  searchNames: 'search/names.json',
} as const
