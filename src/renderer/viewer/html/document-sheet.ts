/** Our marks in a document of strangers, and nothing of our own look; colours are those of our tokens. */
const marks = (dark: boolean): string => `
::highlight(passage) { background-color: #fbf3d4; }
::highlight(passage-chosen), ::highlight(search), ::highlight(find) { background-color: #fbe8a6; color: #1d1b18; }
::highlight(find-current) { background-color: ${dark ? '#5cc2c0' : '#0a6b70'}; color: #fbfaf7; }
:root { background-color: #fff; scroll-padding: 16px; scrollbar-width: thin; scrollbar-color: #c9c4ba transparent; }
`

/** Turned to dark as a whole; pictures are turned back, so that they show what they showed. */
const darkened = `
:root { filter: invert(0.88) hue-rotate(180deg); }
img, picture, video, canvas, svg { filter: invert(1) hue-rotate(180deg); }
picture > img, svg image { filter: none; }
`

/** Puts our style sheet beside those of a document in a frame, and takes the one of before away. */
export function styleDocument(document: Document, dark: boolean, zoom: number): void {
  const view = document.defaultView as (Window & typeof globalThis) | null
  if (view === null) return
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(`${marks(dark)}${dark ? darkened : ''}:root { zoom: ${zoom / 100}; }`)
  document.adoptedStyleSheets = [sheet]
}
