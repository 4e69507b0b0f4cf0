/** Names the signs of notes on a page, which pdf.js draws as pictures without a name. */
export function nameNotes(page: Element, name: string): void {
  for (const sign of page.querySelectorAll('.textAnnotation img')) sign.setAttribute('alt', name)
}
