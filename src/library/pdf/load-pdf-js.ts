import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs'

let loaded: Promise<typeof PdfJs> | null = null

/**
 * pdf.js for reading text in Node. Loaded with the first PDF: most folders hold none, and it takes longer to load than
 * they take to pack.
 */
export function loadPdfJs(): Promise<typeof PdfJs> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<typeof PdfJs> {
  // pdf.js would look for its worker in a file beside itself, and a bundled tool has no such file.
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: worker })
  standInForDrawing()
  return quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
}

/**
 * pdf.js makes one of these while it loads and uses them for drawing only. In Node they come from a package with native
 * code that is not there on every machine, and that nobody should need to read a text.
 */
function standInForDrawing(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
}

/** While it loads, pdf.js warns on the terminal that it could not draw, before it can be told to be quiet. */
async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  /* eslint-disable no-console -- put back as it was */
  const { warn } = console
  console.warn = () => undefined
  try {
    return await work()
  } finally {
    console.warn = warn
  }
  /* eslint-enable no-console */
}
