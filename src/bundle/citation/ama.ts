import { monthFirst } from './dates'
import { medicalNames } from './medical-names'
import { fullPages } from './pages'
import { issueLocator, ordinalOf, sentences, type RecordParts } from './record-parts'

/** Up to six names; of more the first three, then `et al`: AMA Manual of Style, 11th ed., 3.7. */
const limit = { most: 6, kept: 3 }

/**
 * A reference in AMA style (AMA Manual of Style, 11th ed., 2020, chapter 3): journals with the year only, pages in full
 * (3.11), publishers without their place (3.12.7), `doi:` without a full stop after it (3.15.3).
 */
export function ama(parts: RecordParts): string {
  const { form, authors, editors, title, container, edition, issued, accessed } = parts
  const who = medicalNames(authors, limit)
  const looked = accessed === null || parts.url === '' ? '' : `Accessed ${monthFirst(accessed)}`
  if (form === 'article') {
    const journal = parts.containerShort === '' ? container : parts.containerShort
    return ended(sentences(who, title, journal, locator(parts)), identifier(parts))
  }
  if (form === 'page') {
    const site = container === '' ? parts.publisher : container
    const date = issued === null ? '' : `Published ${monthFirst(issued)}`
    return ended(
      sentences(who, title, site === who ? '' : site, date, looked),
      parts.url || identifier(parts),
    )
  }
  const editorial = medicalNames(editors, limit)
  const editedBy = editorial === '' ? '' : `${editorial}, ${editors.names.length === 1 ? 'ed' : 'eds'}`
  const nth = edition === '' ? '' : `${ordinalOf(edition)} ed`
  const end = parts.doi === '' ? parts.url : identifier(parts)
  const imprint = [parts.publisher, issued?.year ?? ''].filter(Boolean).join('; ')
  if (form === 'chapter') {
    const pages = parts.pages === '' ? '' : `:${fullPages(parts.pages)}`
    const within = `In: ${sentences(editedBy, container, nth, `${imprint}${pages}`)}`
    return ended(sentences(who, title, within, looked), end)
  }
  return ended(sentences(who === '' ? editedBy : who, title, nth, imprint, looked), end)
}

/** `2012;43(11):2942-2947`; an article without volume and pages is given its whole date. */
function locator(parts: RecordParts): string {
  const { issued, volume, issue, pages } = parts
  if (`${volume}${issue}${pages}` === '' && issued !== null && issued.month !== null)
    return `Published online ${monthFirst(issued)}`
  return issueLocator(issued?.year ?? '', parts, fullPages(pages))
}

const identifier = ({ doi, pmid, url }: RecordParts): string =>
  doi !== '' ? `doi:${doi}` : pmid !== '' ? `PMID: ${pmid}` : url

const ended = (text: string, end: string): string => [text, end].filter(Boolean).join(' ')
