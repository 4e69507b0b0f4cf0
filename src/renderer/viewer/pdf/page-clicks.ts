/** What a click on the pages of a PDF meant: a passage that is marked, a link in or out of the document, or nothing of ours. */
export type PageClick =
  { readonly on: 'passage'; readonly id: string } | { readonly on: 'link in' | 'link out' } | null

/**
 * Tells what was clicked, and keeps links from leading anywhere by themselves. The marks let clicks through so that the
 * words below can be selected; a click that ends a selection is for the words.
 */
export function clickOn(box: HTMLElement, event: MouseEvent): PageClick {
  const link = (event.target as Element).closest('.annotationLayer a')
  if (link !== null) {
    event.preventDefault()
    return link.getAttribute('title')?.startsWith('Disabled:') === true
      ? { on: 'link out' }
      : { on: 'link in' }
  }
  if (window.getSelection()?.isCollapsed === false) return null
  const hit = [...box.querySelectorAll<HTMLElement>('.passage-mark > div')].find((line) => {
    const { left, top, right, bottom } = line.getBoundingClientRect()
    return event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
  })
  const id = hit?.closest<HTMLElement>('[data-passage]')?.dataset['passage']
  return id === undefined ? null : { on: 'passage', id }
}
