import type { BundleInfo } from '../../bundle'

/** What every sheet says of itself: which bundle, which version, reviewed when. */
export const footerText = (info: BundleInfo): string =>
  `${info.title} · ${info.id} ${info.version} · ${info.reviewed}`

/**
 * The footer of a PDF as Chromium's print template: the bundle on the left, page x of y on the right. The text comes
 * from a bundle, so it is escaped.
 */
export function footerTemplate(info: BundleInfo, page: string, of: string): string {
  return [
    '<div style="width:100%;margin:0 16mm;display:flex;justify-content:space-between;',
    'font:7.5pt system-ui,sans-serif;color:#444">',
    `<span>${escapeHtml(footerText(info))}</span>`,
    `<span>${escapeHtml(page)} <span class="pageNumber"></span> ${escapeHtml(of)} <span class="totalPages"></span></span>`,
    '</div>',
  ].join('')
}

/** The text as HTML that shows just that text. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
