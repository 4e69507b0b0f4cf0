import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { IdRegister } from './id-register'
import type { YamlPath, YamlText } from './yaml-text'
import { valueAt } from './zod-words'
import type { z } from 'zod'
import type { FlawCode } from '../bundle'

/** One item of a list in a YAML file, as its schema reads it. */
export interface YamlItem<Value> {
  readonly value: Value
  /** Tells a flaw at a path in the item. */
  readonly tell: (code: FlawCode, path: YamlPath, detail?: string) => void
}

/**
 * Reads a YAML file that holds one list of things with ids, item by item, so that a flaw in one does not hide those in
 * the next. A folder without the file has no items.
 */
export async function readYamlList<Item extends z.ZodType<{ readonly id: string }>>(
  file: string,
  list: string,
  schemas: { readonly file: z.ZodType; readonly item: Item },
  { texts, flaws, ids = new IdRegister(flaws) }: YamlListContext,
): Promise<YamlItem<z.infer<Item>>[]> {
  if (!texts.has(file)) return []
  const yaml: YamlText | null = await texts.yaml(file)
  if (yaml === null) return []
  yaml.read(schemas.file)
  const items = valueAt(yaml.value, [list])
  const about = flaws.about(file)
  return (Array.isArray(items) ? items : []).flatMap((_, index) => {
    const at: YamlPath = [list, index]
    const value = yaml.read(schemas.item, at)
    if (value === null || !ids.claim(value.id, () => `${file}:${yaml.lineOf([...at, 'id'])}`)) return []
    const tell: YamlItem<unknown>['tell'] = (code, path, detail) =>
      about(code, yaml.lineOf([...at, ...path]), detail)
    return [{ value, tell }]
  })
}

/** Where a list is read from and what is told of it. */
export interface YamlListContext {
  readonly texts: FolderTexts
  readonly flaws: FlawList
  /** Ids that other files of the same kind share. */
  readonly ids?: IdRegister
}
