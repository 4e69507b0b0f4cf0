import { yearFirst } from './dates'
import { medicalNames } from './medical-names'
import { shortPages } from './pages'
import { issueLocator, ordinalOf, sentences, type RecordParts } from './record-parts'

/** Six names, then `et al`: ICMJE, "Samples of Formatted References for Authors of Journal Articles". */
const limit = { most: 6, kept: 6 }

/**
 * A reference in Vancouver style: the samples of the ICMJE and Citing Medicine (2nd ed., National Library of Medicine), with
 * `doi:` and `PMID:` as PubMed itself prints them. Of a book without a place the publisher stands alone.
 */
export function vancouver(parts: RecordParts): string {
  const { form, authors, editors, title, container, edition, issued } = parts
  const who = medicalNames(authors, limit)
  const date = issued === null ? '' : yearFirst(issued)
  if (form === 'article') {
    const journal = parts.containerShort === '' ? container : parts.containerShort
    return sentences(
      who,
      title,
      journal,
      issueLocator(date, parts, shortPages(parts.pages)),
      doiOf(parts),
      pmidOf(parts),
    )
  }
  if (form === 'page') {
    const publisher = parts.publisher === '' ? container : parts.publisher
    return sentences(who, `${title} [Internet]`, published(parts, publisher, date, true)) + available(parts)
  }
  const editorial = medicalNames(editors, limit)
  const isEdited = editorial !== ''
  const editedBy = isEdited ? `${editorial}, ${editors.names.length === 1 ? 'editor' : 'editors'}` : ''
  const nth = edition === '' ? '' : `${ordinalOf(edition)} ed`
  const imprint = published(parts, parts.publisher, date, parts.url !== '')
  const online = parts.url === '' ? '' : ' [Internet]'
  if (form === 'chapter') {
    const within = `In: ${sentences(editedBy, `${container}${online}`, nth, imprint)}`
    const pages = parts.pages === '' ? '' : `p. ${shortPages(parts.pages)}`
    return sentences(who, title, within, pages, doiOf(parts)) + available(parts)
  }
  return (
    sentences(who === '' ? editedBy : who, `${title}${online}`, nth, imprint, doiOf(parts)) + available(parts)
  )
}

/** `St. Louis: Mosby; 2002 [cited 2007 Feb 21]` */
function published(
  { place, accessed }: RecordParts,
  publisher: string,
  date: string,
  isOnline: boolean,
): string {
  const house = [place, publisher].filter(Boolean).join(': ')
  const cited = isOnline && accessed !== null ? `[cited ${yearFirst(accessed)}]` : ''
  return [house, [date, cited].filter(Boolean).join(' ')].filter(Boolean).join('; ')
}

const doiOf = ({ doi }: RecordParts): string => (doi === '' ? '' : `doi: ${doi}`)
const pmidOf = ({ pmid }: RecordParts): string => (pmid === '' ? '' : `PMID: ${pmid}`)
/** An address ends without a full stop, which would be taken for part of it. */
const available = ({ url }: RecordParts): string => (url === '' ? '' : ` Available from: ${url}`)
