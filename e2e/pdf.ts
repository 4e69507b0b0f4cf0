import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a test wants to know of a PDF. */
export interface PdfFacts {
  readonly title: string
  readonly language: string
  readonly isTagged: boolean
  readonly outline: readonly string[]
  /** The texts that are tagged as headings. */
  readonly headings: readonly string[]
  /** The text of each page. */
  readonly pages: readonly string[]
}

/** Reads a PDF back as a screen reader would find it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const metadata = await pdf.getMetadata()
  const info = metadata.info as { Title?: string; Language?: string }
  const marks = await pdf.getMarkInfo()
  const outline = flattened((await pdf.getOutline()) ?? [])
  const pages: string[] = []
  const headings: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const texts = new Map<string, string>()
    let open: string[] = []
    let all = ''
    for (const item of content.items as readonly {
      type?: string
      id?: string
      str?: string
      hasEOL?: boolean
    }[]) {
      if (item.type?.startsWith('beginMarkedContent')) open = [...open, item.id ?? '']
      else if (item.type === 'endMarkedContent') open = open.slice(0, -1)
      else {
        all += (item.str ?? '') + (item.hasEOL === true ? ' ' : '')
        for (const id of open) texts.set(id, (texts.get(id) ?? '') + (item.str ?? ''))
      }
    }
    pages.push(all.replace(/\s+/g, ' '))
    headings.push(...headingsIn(await page.getStructTree(), texts))
  }
  return {
    title: info.Title ?? '',
    language: info.Language ?? '',
    isTagged: (marks as { Marked?: boolean } | null)?.Marked === true,
    outline,
    headings,
    pages,
  }
}

interface OutlineItem {
  readonly title: string
  readonly items: readonly OutlineItem[]
}

const flattened = (items: readonly OutlineItem[]): string[] =>
  items.flatMap(({ title, items: below }) => [title, ...flattened(below)])

interface Tag {
  readonly role?: string
  readonly id?: string
  readonly children?: readonly Tag[]
}

function headingsIn(tag: Tag | null, texts: ReadonlyMap<string, string>): string[] {
  if (tag === null) return []
  if (/^H\d?$/.test(tag.role ?? '')) return [textOf(tag, texts).trim()]
  return (tag.children ?? []).flatMap((child) => headingsIn(child, texts))
}

const textOf = (tag: Tag, texts: ReadonlyMap<string, string>): string =>
  (tag.id === undefined ? '' : (texts.get(tag.id) ?? '')) +
  (tag.children ?? []).map((child) => textOf(child, texts)).join('')
