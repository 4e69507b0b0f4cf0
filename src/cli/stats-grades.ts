import { highestGrade, readingGrade } from '../authoring'
import { textBlocks, textOf, type Handout } from '../bundle'

/** How hard a handout is to read. */
export interface HandoutGrade {
  readonly handout: string
  readonly language: string
  readonly level: Handout['level']
  /** School grade, the median of five formulas; null where the language has no formula, or there is no text. */
  readonly grade: number | null
  /** The highest grade that the level promises. */
  readonly highest: number
}

/** Measures a handout as the gate of `lectern check` does: by its paragraphs and list items, without citations. */
export function gradeOf({ id, language, level, short, body }: Handout): HandoutGrade {
  const prose = textBlocks([...short, ...body])
    .filter(({ type }) => type === 'paragraph')
    .map(({ children }) => textOf(children.filter(({ type }) => type !== 'citation')))
  const grade = language.split('-')[0] === 'en' ? readingGrade(prose) : null
  return { handout: id, language, level, grade, highest: highestGrade[level] }
}
