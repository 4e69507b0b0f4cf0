import { readFile } from 'node:fs/promises'
import * as api from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { keepPageCount } from './page-count'

const fixture = (name: string): URL => new URL(`../../../documents/fixtures/${name}`, import.meta.url)
const open = async (name: string) =>
  api.getDocument({ data: new Uint8Array(await readFile(fixture(name))), verbosity: 0 }).promise

it('the pages of a long document can be had while a shorter one is opened, and those beyond an end cannot', async () => {
  keepPageCount(api)
  const long = await open('labels.pdf')
  const short = await open('image-only.pdf')
  expect(long.numPages).toBeGreaterThan(short.numPages)
  expect((await long.getPage(long.numPages)).pageNumber).toBe(long.numPages)
  await expect(short.getPage(long.numPages)).rejects.toThrow()
  await expect(long.getPage(long.numPages + 1)).rejects.toThrow()
})
