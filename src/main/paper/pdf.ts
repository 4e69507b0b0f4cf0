import type { BrowserWindow } from 'electron'
import type { BundleInfo } from '../../bundle'
import { messages } from '../../shared/messages/en'
import { footerTemplate } from './footer'

/** A tagged A4 PDF of a page laid out for paper, with outline, title, language and a running footer. */
export function pdfOf(window: BrowserWindow, info: BundleInfo): Promise<Buffer> {
  return window.webContents.printToPDF({
    pageSize: 'A4',
    margins: { top: 0.7, bottom: 0.8, left: 0.75, right: 0.75 }, // inches
    printBackground: false, // sheets are ink on paper; a background would only tint the margins
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footerTemplate(info, messages.paper.page, messages.paper.of),
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}
