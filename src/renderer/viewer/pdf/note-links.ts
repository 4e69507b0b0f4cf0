import type * as PdfApi from 'pdfjs-dist'

/** What of pdf.js's writer of rich text we have to mend; whatever its types say, a note names no `linkService`. */
interface TextWriter {
  render: (parameters: { readonly linkService?: LinkDresser }) => unknown
}

interface LinkDresser {
  readonly addLinkAttributes: (link: HTMLAnchorElement, address: string) => void
}

/**
 * pdf.js 5.4 fails at a note with a link in it, for there it has nothing that dresses links: the note stays closed, and one that
 * is open when its page is shown takes all links from that page. So a link in a note is dressed as those that lead out are.
 */
export function keepNotesWithLinks(api: typeof PdfApi): void {
  const writer = api.XfaLayer as unknown as TextWriter
  const render = writer.render.bind(writer)
  writer.render = (parameters) => render({ linkService: leadingNowhere, ...parameters })
}

const leadingNowhere: LinkDresser = {
  addLinkAttributes: (link, address) => {
    link.title = `Disabled: ${address}`
  },
}
