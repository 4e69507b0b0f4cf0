import { apaDate, monthFirst } from './dates'
import { dotted, initialsOf, type Contributor, type Contributors } from './names'
import { dashedPages, isArticleNumber } from './pages'
import { ordinalOf, sentences, type RecordParts } from './record-parts'

/** Up to 20 names; of more the first 19, an ellipsis, the last: APA Publication Manual, 7th ed., 9.8. */
const mostNames = 20

/**
 * A reference in APA style (Publication Manual, 7th ed., 2020, chapters 9 and 10), as plain text: what the manual sets in
 * italics cannot be. The manual has no form for "and others"; a record that says so is printed with `et al.`, as the names
 * are not known.
 */
export function apa(parts: RecordParts): string {
  const { form, authors, editors, title, container, issued } = parts
  const isEdited = authors.names.length === 0 && form !== 'chapter'
  const who = isEdited ? apaEditors(editors, apaNames) : apaNames(authors)
  const date = `(${issued === null ? 'n.d.' : form === 'page' ? apaDate(issued) : issued.year})`
  const named = titled(parts)
  // Without an author the title comes first (9.12).
  const start = who === '' ? sentences(named, date) : sentences(dated(who, date), named)
  const link = parts.doi === '' ? parts.url : `https://doi.org/${parts.doi}`
  if (form === 'article') return ended(sentences(start, locator(parts)), link)
  if (form === 'chapter') {
    const by = apaEditors(editors, invertedNames)
    const pages = parts.pages === '' ? '' : ` (pp. ${dashedPages(parts.pages)})`
    const within = `In ${by === '' ? '' : `${by}, `}${container}${pages}`
    return ended(sentences(start, within, parts.publisher), link)
  }
  const site = form === 'page' && container !== '' ? container : parts.publisher
  const isSame = who !== '' && site === authors.names.map(nameIn).join()
  const retrieved =
    form === 'page' && issued === null && parts.accessed !== null && link !== ''
      ? `Retrieved ${monthFirst(parts.accessed)}, from ${link}`
      : link
  return ended(sentences(start, isSame || site === title ? '' : site), retrieved)
}

/** A name that ends in an initial has its full stop already; the date is a sentence of its own. */
const dated = (who: string, date: string): string => `${/\.$/.test(who) ? who : `${who}.`} ${date}`

function titled({ form, title, edition }: RecordParts): string {
  return form === 'book' && edition !== '' ? `${title} (${ordinalOf(edition)} ed.)` : title
}

/** `Psychology of Popular Media Culture, 8(3), 207–217`, or `Article e4556` where there are no pages (9.25 to 9.27). */
function locator({ container, volume, issue, pages }: RecordParts): string {
  const where = `${volume}${issue === '' ? '' : `(${issue})`}`
  const place = pages === '' ? '' : isArticleNumber(pages) ? `Article ${pages}` : dashedPages(pages)
  return [container, where, place].filter(Boolean).join(', ')
}

const nameIn = (name: Contributor): string => (name.is === 'group' ? name.name : name.family)

/** `Grady, J. S., Her, M., & Moreno, G.` */
export function apaNames({ names, hasOthers }: Contributors): string {
  return listed(names.map(inverted), hasOthers)
}

/** The editors of the book that a chapter stands in keep the usual order: `R. F. Subotnik & P. Worrell`. */
const invertedNames = ({ names, hasOthers }: Contributors): string => {
  const written = names.map((name) =>
    name.is === 'group'
      ? name.name
      : [[initials(name.given), name.particle, name.family].filter(Boolean).join(' '), name.suffix]
          .filter(Boolean)
          .join(', '),
  )
  // Two names in this order take no comma (10.3).
  return written.length === 2 && !hasOthers ? written.join(' & ') : listed(written, hasOthers)
}

function inverted(name: Contributor): string {
  if (name.is === 'group') return name.name
  const given = [initials(name.given), name.particle].filter(Boolean).join(' ')
  return [name.family, given, name.suffix].filter(Boolean).join(', ')
}

const initials = (given: string): string => initialsOf(given).map(dotted).join(' ').replace(/ -/g, '-')

function listed(names: readonly string[], hasOthers: boolean): string {
  const last = names.at(-1)
  if (last === undefined) return ''
  if (names.length > mostNames) return `${names.slice(0, mostNames - 1).join(', ')}, . . . ${last}`
  if (hasOthers) return `${names.join(', ')}, et al.`
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')}, & ${last}`
}

function apaEditors(editors: Contributors, written: (editors: Contributors) => string): string {
  const names = written(editors)
  return names === '' ? '' : `${names} (${editors.names.length === 1 ? 'Ed.' : 'Eds.'})`
}

const ended = (text: string, end: string): string => [text, end].filter(Boolean).join(' ')
