import { textBlocks, textOf, type Handout } from '../../bundle'
import type { Draft } from '../draft'
import type { FlawList } from '../flaw-list'
import type { HandoutPage } from '../handout-pages'
import { defaultLanguage } from '../payload'
import { figuresThatDiffer } from './translation'

type Page = HandoutPage & { readonly handout: Handout }

/** Every handout that says the same as another in another language has its numbers, doses and units. */
export function checkTranslations({ handoutPages, bundle }: Draft, flaws: FlawList): void {
  const pages = handoutPages.filter((page): page is Page => page.handout !== null)
  for (const page of pages) {
    const original = originalOf(page, pages, defaultLanguage(bundle))
    if (original === null) continue
    const { missing, added } = figuresThatDiffer(wordsOf(original), wordsOf(page))
    if (missing.length === 0 && added.length === 0) continue
    const parts = [
      ...(missing.length > 0 ? [`${missing.join(', ')} only in ${original.id}`] : []),
      ...(added.length > 0 ? [`${added.join(', ')} only here`] : []),
    ]
    flaws.about(page.file)('TRANSLATION_DIFFERS', page.lines.body, parts.join('; '))
  }
}

/**
 * The page that a page translates: the one it says, else the only one of the same condition and level in the first
 * language of the bundle.
 */
function originalOf({ handout }: Page, pages: readonly Page[], first: string): Page | null {
  const { translation } = handout
  if (translation !== null) return pages.find(({ id }) => id === translation.of) ?? null
  if (handout.condition === null || handout.language === first) return null
  const [only, ...others] = pages.filter(
    ({ handout: other }) =>
      other.condition === handout.condition && other.level === handout.level && other.language === first,
  )
  return only === undefined || others.length > 0 ? null : only
}

const wordsOf = ({ handout }: Page): { readonly text: string; readonly language: string } => ({
  text: textBlocks([...handout.short, ...handout.body])
    .map(({ children }) => textOf(children))
    .join('\n'),
  language: handout.language,
})
