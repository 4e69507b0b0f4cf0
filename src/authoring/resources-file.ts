import type { Resources } from '../bundle'
import { resourcesYamlSchema, resourceYamlSchema } from './authored/resources-yaml'
import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { addressProblem } from './gates/addresses'
import { authored } from './layout'
import type { SourceShelf } from './source-shelf'
import { readYamlList } from './yaml-list'

/** Reads `resources.yaml`. */
export async function readResources(
  texts: FolderTexts,
  shelf: SourceShelf,
  flaws: FlawList,
): Promise<Resources> {
  const schemas = { file: resourcesYamlSchema, item: resourceYamlSchema }
  const items = await readYamlList(authored.resources, 'resources', schemas, { texts, flaws })
  return {
    resources: items.map(({ value, tell }) => {
      const problem = addressProblem(value.url)
      if (problem !== null) tell('BAD_WEB_ADDRESS', ['url'], problem)
      return {
        ...value,
        sources: value.sources.flatMap((id, index) => {
          const source = shelf.source(id)
          if (source === null) tell('UNKNOWN_SOURCE', ['sources', index], id)
          return source === null ? [] : [{ id: source.id, label: source.label }]
        }),
      }
    }),
  }
}
