import { textBlocks, textOf, type Section, type Table } from '../../bundle'
import type { ConditionPage } from '../condition-pages'
import type { Draft } from '../draft'
import type { FlawList, Tell } from '../flaw-list'
import { defaultLanguage } from '../payload'
import { errorProneIn, numbersWithoutUnit, wordsOfErrorProne } from './doses'
import { checkPromotion, checkStatement } from './wording/check-wording'
import { wordingTable } from './wording/wording-tables'

/** The gates on condition pages and on the sentences of their findings. */
export function checkConditionPages({ pages, book, bundle }: Draft, flaws: FlawList): void {
  const languages = new Map(pages.map(({ id, head }) => [id, head?.language]))
  for (const page of pages) {
    const tell = flaws.about(page.file)
    checkWording(page, page.head?.language ?? defaultLanguage(bundle), tell)
    for (const section of page.sections) checkDoses(section, page, tell)
  }
  for (const { finding, condition, file, lines } of book.all()) {
    const table = wordingTable(languages.get(condition) ?? defaultLanguage(bundle))
    const tell = flaws.about(file)
    if (table === null) continue
    for (const { code, detail } of checkStatement(finding.words, finding.certainty, table))
      tell(code, lines.words, `${finding.id}: ${detail}`)
    for (const { code, detail } of checkPromotion(finding.short ?? '', table))
      tell(code, lines.short, `${finding.id}: ${detail}`)
  }
}

function checkWording(page: ConditionPage, language: string, tell: Tell): void {
  const table = wordingTable(language)
  if (table === null) {
    tell('WORDING_NOT_CHECKED', 1, language)
    return
  }
  for (const { id, text, certainty } of page.statements) {
    const { line = 1, whole = false } = page.statementPlaces.get(id) ?? {}
    // With a finding that cannot be read the certainty is not known yet, and its flaw has been told.
    const told = whole ? checkStatement(text, certainty, table) : checkPromotion(text, table)
    for (const { code, detail } of told) tell(code, line, `${id}: ${detail}`)
  }
  const bottomLine = page.sections.find(({ kind }) => kind === 'bottom-line')?.body ?? []
  for (const { block, children } of textBlocks(bottomLine)) {
    // The statements among them were checked by themselves, with their ids.
    const plain = children.filter(({ type }) => type !== 'statement' && type !== 'citation')
    for (const { code, detail } of checkPromotion(textOf(plain), table))
      tell(code, page.blockLines[block] ?? 1, detail)
  }
}

/** The columns of a table of regimens that hold doses; the rest are places, times and sources. */
const doseColumns = /^(?:start|steps?|target|dose|maximum)$/i

function checkDoses({ kind, body }: Section, { blockLines }: ConditionPage, tell: Tell): void {
  for (const { block, children } of textBlocks(body))
    for (const found of errorProneIn(textOf(children)))
      tell('ERROR_PRONE_ABBREVIATION', blockLines[block] ?? 1, wordsOfErrorProne(found))
  if (kind !== 'regimens') return
  for (const table of body.filter((block): block is Table => block.type === 'table'))
    for (const { block, text } of doseCells(table))
      for (const number of numbersWithoutUnit(text))
        tell('DOSE_WITHOUT_UNIT', blockLines[block] ?? 1, `${number} in "${text}"`)
}

function doseCells({
  children: [head, ...rows],
}: Table): { readonly block: number; readonly text: string }[] {
  const wanted = (head?.children ?? []).map(({ children }) => doseColumns.test(textOf(children).trim()))
  return rows.flatMap(({ children }) =>
    children
      .filter((_, column) => wanted[column])
      .map((cell) => ({ block: cell.block, text: textOf(cell.children) })),
  )
}
