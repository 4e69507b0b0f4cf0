import { strongest, textBlocks, textOf, type Block, type Handout, type TextBlock } from '../../bundle'
import type { Draft } from '../draft'
import type { FlawList, Tell } from '../flaw-list'
import type { HandoutPage } from '../handout-pages'
import { errorProneIn, wordsOfErrorProne } from './doses'
import { hasSomethingToDo } from './handout/actionability'
import { hasPercentOnly } from './handout/natural-numbers'
import { readingGrade } from './handout/reading-grade'
import { retractedBehind } from './retraction'
import { checkAgainstStrongest, checkPromotion } from './wording/check-wording'
import { wordingTable } from './wording/wording-tables'

/**
 * The highest reading grade of each level. The American Medical Association asks for sixth grade or below for patients
 * (Weiss, Health literacy and patient safety, 2007); half a grade is the formulas' own noise. Standard is what most
 * adults read.
 */
export const highestGrade: Readonly<Record<Handout['level'], number>> = { easy: 6.5, standard: 9 }

/** The gates on handouts. */
export function checkHandouts({ handoutPages, book, shelf }: Draft, flaws: FlawList): void {
  const retractionOf = (source: string) => shelf.source(source)?.head?.retraction.status ?? null
  const sourcesOfFinding = (id: string) =>
    (book.finding(id)?.finding?.passages ?? []).map(({ source }) => source)
  for (const page of handoutPages) {
    const { handout, file, cited, lines } = page
    if (handout === null) continue
    const tell = flaws.about(file)
    for (const source of retractedBehind(handout, cited, sourcesOfFinding, { retractionOf }))
      tell('HANDOUT_ON_RETRACTED', lines.title, source)
    checkText(handout, page, tell)
    if (handout.language.split('-')[0] === 'en') checkEnglish(handout, page, tell)
    else tell('HANDOUT_NOT_MEASURED', lines.level, handout.language)
  }
}

function checkText(handout: Handout, { blockLines, lines, whole }: HandoutPage, tell: Tell): void {
  const table = wordingTable(handout.language)
  if (table === null) tell('WORDING_NOT_CHECKED', 1, handout.language)
  else for (const { code, detail } of checkPromotion(handout.title, table)) tell(code, lines.title, detail)
  const limit = strongest(handout.findings.map(({ certainty }) => certainty))
  for (const { block, children } of textBlocks([...handout.short, ...handout.body])) {
    const text = textOf(children)
    const line = blockLines[block] ?? 1
    for (const found of errorProneIn(text)) tell('ERROR_PRONE_ABBREVIATION', line, wordsOfErrorProne(found))
    if (hasPercentOnly(text)) tell('PERCENT_ALONE', line, text)
    if (table === null) continue
    for (const { code, detail } of checkPromotion(text, table)) tell(code, line, detail)
    // A handout on passages alone (a label's safety rules) has no certainty to be held against.
    if (handout.findings.length === 0 || !whole) continue
    for (const { code, detail } of checkAgainstStrongest(text, limit, table)) tell(code, line, detail)
  }
}

function checkEnglish(handout: Handout, { lines }: HandoutPage, tell: Tell): void {
  const blocks = [...handout.short, ...handout.body]
  const grade = readingGrade(proseOf(blocks))
  const highest = highestGrade[handout.level]
  if (grade !== null && grade > highest)
    tell('HANDOUT_TOO_HARD', lines.level, `grade ${grade}; ${handout.level} promises ${highest} or less`)
  const firstText = (block: Block): string => textBlocks([block]).slice(0, 1).map(plain).join('')
  if (!hasSomethingToDo(blocks, firstText)) tell('HANDOUT_NOTHING_TO_DO', lines.body)
}

/** What is read as running text: paragraphs and list items, not headings and cells of tables. */
const proseOf = (blocks: readonly Block[]): string[] =>
  textBlocks(blocks)
    .filter(({ type }) => type === 'paragraph')
    .map(plain)

/** The words of a block without its citations. */
const plain = ({ children }: TextBlock): string => textOf(children.filter(({ type }) => type !== 'citation'))
