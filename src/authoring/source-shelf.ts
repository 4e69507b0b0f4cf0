import { passageIdSchema, shortLabel, type CslRecord, type PassageId, type SourceId } from '../bundle'
import { passageYamlSchema, sourceHeadSchema, type SourceHead } from './authored/source-head'
import type { AuthoredDocument } from './documents/authored-document'
import type { FlawList } from './flaw-list'
import type { AuthoredPage, FolderTexts } from './folder-texts'
import { errorProneIn, numbersWithoutUnit, wordsOfErrorProne } from './gates/doses'
import { IdRegister } from './id-register'
import type { Layout } from './layout'
import type { AuthoredPassage } from './passages/anchor-passages'
import type { References } from './references'

/** What is known of a source before its text is read: its front matter and its record. */
export interface ShelvedSource {
  readonly id: SourceId
  readonly path: string
  readonly title: string
  /** What a citation of it prints. */
  readonly label: string
  /** Null when the front matter has a flaw. */
  readonly head: SourceHead | null
  readonly record: CslRecord | null
  readonly passages: readonly AuthoredPassage[]
  /** Its PDF or HTML file, not read yet; null when it is all Markdown. */
  readonly document: AuthoredDocument | null
}

/**
 * All sources of a folder without their texts, and who holds which passage. Small enough to keep for 10,000 sources;
 * the texts are read one at a time, later.
 */
export class SourceShelf {
  private readonly sources = new Map<string, ShelvedSource>()
  private readonly holders = new Map<string, { id: PassageId; source: SourceId }>()

  add(source: ShelvedSource): void {
    this.sources.set(source.id, source)
    for (const { id } of source.passages) this.holders.set(id, { id, source: source.id })
  }

  /** Every source, in the order of the ids. */
  all(): ShelvedSource[] {
    return [...this.sources.values()]
  }

  source(id: string): ShelvedSource | null {
    return this.sources.get(id) ?? null
  }

  /** A passage by its id, with the source that holds it. */
  passage(id: string): { readonly id: PassageId; readonly source: SourceId } | null {
    return this.holders.get(id) ?? null
  }
}

/** Reads the front matter of every source. */
export async function shelveSources(
  { sources: files, documents }: Pick<Layout, 'sources' | 'documents'>,
  texts: FolderTexts,
  references: References,
  flaws: FlawList,
): Promise<SourceShelf> {
  const shelf = new SourceShelf()
  const passageIds = new IdRegister(flaws)
  for (const [id, path] of files) {
    const page = await texts.page(path, id)
    const record = references.get(id) ?? null
    const head = page?.head.read(sourceHeadSchema) ?? null
    const label = record === null ? (head?.title ?? id) : shortLabel(record)
    const title = head?.title ?? record?.title
    if (page !== null && head !== null && title === undefined)
      page.tell('BAD_FIELD', page.head.lineOf([]), 'title: missing, and references.json has none for this id')
    if (page !== null && head?.study?.dose !== undefined) checkDose(head.study.dose, page)
    const passages = page === null ? [] : readPassages(page, path, passageIds)
    shelf.add({
      id,
      path,
      title: title ?? label,
      label,
      head,
      record,
      passages,
      document: documents.get(id) ?? null,
    })
  }
  return shelf
}

/** The dose of a study says its unit, and says it in a form that cannot be misread. */
function checkDose(dose: string, { head, tell }: AuthoredPage): void {
  const line = head.lineOf(['study', 'dose'])
  for (const number of numbersWithoutUnit(dose)) tell('DOSE_WITHOUT_UNIT', line, `${number} in "${dose}"`)
  for (const found of errorProneIn(dose)) tell('ERROR_PRONE_ABBREVIATION', line, wordsOfErrorProne(found))
}

function readPassages({ head, tell }: AuthoredPage, path: string, ids: IdRegister): AuthoredPassage[] {
  const authored = (head.value as { passages?: unknown } | null)?.passages
  if (typeof authored !== 'object' || authored === null || Array.isArray(authored)) return []
  return Object.keys(authored).flatMap((key) => {
    const line = head.lineOf(['passages', key])
    const id = passageIdSchema.safeParse(key)
    if (!id.success) {
      tell('BAD_FIELD', line, `passages: "${key}" is not a usable id`)
      return []
    }
    const passage = head.read(passageYamlSchema, ['passages', key])
    if (passage === null || !ids.claim(key, () => `${path}:${line}`)) return []
    return [{ id: id.data, line, ...passage }]
  })
}
