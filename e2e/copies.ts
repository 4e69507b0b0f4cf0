import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Running } from './app'
import { SourceView } from './screens/source-screen'
import { tinyPdf, type TinyPdf } from './tiny-pdf'

/** A file as a reader chooses it. */
export interface Upload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A PDF under a name. */
export const pdfFile = (name: string, pdf: TinyPdf): Upload => ({
  name,
  mimeType: 'application/pdf',
  buffer: tinyPdf(pdf),
})

/** A paper with a page for each list of lines. The source `digest` is told by its DOI. */
export const paperOf = (name: string, ...pages: (readonly string[])[]): Upload =>
  pdfFile(name, { pages: pages.map((lines) => ({ lines })) })

/** Attaches files to the source that is shown. */
export const attach = ({ page }: Running, ...files: Upload[]): Promise<void> =>
  new SourceView(page).region.locator('[data-attach]').first().setInputFiles(files)

/** The names of the files that are kept of copies, of one kind or all. */
export const kept = async (userData: string, ending: 'pdf' | 'shard' | '' = 'pdf'): Promise<string[]> =>
  (await readdir(join(userData, 'copies')).catch(() => [])).filter((name) => name.endsWith(ending))
