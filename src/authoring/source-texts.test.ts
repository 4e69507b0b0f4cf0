import { expect, test } from 'vitest'
import { folderOf } from './fixtures/small-folder'
import { FlawList } from './flaw-list'
import { FolderTexts } from './folder-texts'
import { layOut } from './layout'
import type { SourceText } from './source-text'
import { shelveSources } from './source-shelf'
import { SourceTexts } from './source-texts'

async function collected(sources: SourceTexts): Promise<SourceText[]> {
  const all: SourceText[] = []
  for await (const source of sources.all()) all.push(source)
  return all
}

/** Goes through all sources twice and says which files were read the second time. */
async function readAgain(room?: number): Promise<string[]> {
  const flaws = new FlawList()
  const reads: string[] = []
  const folder = folderOf()
  const texts = new FolderTexts({ ...folder, read: (path) => (reads.push(path), folder.read(path)) }, flaws)
  const shelf = await shelveSources(layOut(folder.paths, flaws), texts, new Map(), flaws)
  const sources = new SourceTexts(
    {
      texts,
      shelf,
      dependents: new Map(),
      language: 'en',
      flaws,
      openPdf: () => expect.fail('there is none'),
    },
    room,
  )
  const first = await collected(sources)
  const before = reads.length
  expect(await collected(sources)).toEqual(first)
  return reads.slice(before)
}

test('what fits into memory is compiled once', async () => {
  expect(await readAgain()).toEqual([])
})

test('what does not fit is read again, and comes out the same', async () => {
  expect(await readAgain(10)).toEqual(['sources/plain.md'])
  expect(await readAgain(0)).toEqual(['sources/bruun2024.md', 'sources/plain.md'])
})
