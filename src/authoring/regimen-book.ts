import { weakest, type ConditionId, type Regimen } from '../bundle'
import { regimensYamlSchema, regimenYamlSchema, type RegimenYaml } from './authored/regimens-yaml'
import type { EvidenceBook } from './evidence-book'
import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { errorProneIn, numbersWithoutUnit, wordsOfErrorProne } from './gates/doses'
import { checkPromotion } from './gates/wording/check-wording'
import { wordingTable } from './gates/wording/wording-tables'
import { IdRegister } from './id-register'
import type { SourceShelf } from './source-shelf'
import { readYamlList, type YamlItem } from './yaml-list'

/** The regimens of each condition, in the order of its file. */
export type RegimenBook = ReadonlyMap<ConditionId, readonly Regimen[]>

/** What regimens may name. */
export interface RegimenContext {
  readonly shelf: SourceShelf
  readonly book: EvidenceBook
  readonly conditions: { has(id: ConditionId): boolean }
  /** The language they are written in. */
  readonly language: string
}

/** Reads every file of the folder `regimens`. */
export async function readRegimens(
  files: ReadonlyMap<ConditionId, string>,
  texts: FolderTexts,
  context: RegimenContext,
  flaws: FlawList,
): Promise<RegimenBook> {
  const book = new Map<ConditionId, Regimen[]>()
  const ids = new IdRegister(flaws)
  for (const [condition, file] of files) {
    if (!context.conditions.has(condition)) flaws.about(file)('UNKNOWN_CONDITION', 1, condition)
    const schemas = { file: regimensYamlSchema, item: regimenYamlSchema }
    const items = await readYamlList(file, 'regimens', schemas, { texts, flaws, ids })
    book.set(
      condition,
      items.map((item) => resolve(item, condition, context)),
    )
  }
  return book
}

const doses = ['start', 'steps', 'target', 'maximum'] as const
const sentences = ['title', 'timing', 'duration', 'form', 'note', 'warning'] as const

function resolve(
  item: YamlItem<RegimenYaml>,
  condition: ConditionId,
  { shelf, book, language }: RegimenContext,
): Regimen {
  const { value: regimen, tell } = item
  checkTexts(item, language)
  const findings = regimen.findings.flatMap((id, index) => {
    const booked = book.finding(id)
    if (booked === null) tell('UNKNOWN_FINDING', ['findings', index], id)
    else if (booked.condition !== condition)
      tell('FINDING_ELSEWHERE', ['findings', index], `${id}, a finding of ${booked.condition}`)
    return booked?.finding ?? []
  })
  return {
    ...regimen,
    findings: findings.map(({ id }) => id),
    certainty: findings.length === 0 ? null : weakest(findings.map(({ certainty }) => certainty)),
    passages: regimen.passages.flatMap((id, index) => {
      const passage = shelf.passage(id)
      if (passage === null) tell('UNKNOWN_PASSAGE', ['passages', index], id)
      const label = passage && shelf.source(passage.source)?.label
      return passage && label ? [{ ...passage, label }] : []
    }),
  }
}

/** A dose says its unit in a form that cannot be misread, and a reported schedule is not praised. */
function checkTexts({ value, tell }: YamlItem<RegimenYaml>, language: string): void {
  const table = wordingTable(language)
  for (const field of doses)
    for (const number of numbersWithoutUnit(value[field] ?? ''))
      tell('DOSE_WITHOUT_UNIT', [field], `${number} in "${value[field] ?? ''}"`)
  for (const field of [...doses, ...sentences]) {
    const text = value[field] ?? ''
    for (const found of errorProneIn(text))
      tell('ERROR_PRONE_ABBREVIATION', [field], wordsOfErrorProne(found))
    for (const { code, detail } of table === null ? [] : checkPromotion(text, table))
      tell(code, [field], detail)
  }
}
