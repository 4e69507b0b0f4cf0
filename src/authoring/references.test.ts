import { expect, test } from 'vitest'
import { compileBundle } from './compile-bundle'
import { folderOf } from './fixtures/small-folder'

test('§15.3 the records stand in the order of the authors, with every variable that they gave', async () => {
  const records = ['zeta2020', 'bruun2024', 'alpha2019'].map((id) => ({
    id,
    type: 'article-journal',
    title: `On ${id}`,
    ISSN: '1234-5678',
    custom: { shelf: 3 },
  }))
  const { payload } = await compileBundle(folderOf({ 'references.json': JSON.stringify(records) }))
  const texts = new Map<string, string>()
  for await (const { path, bytes } of payload ?? []) texts.set(path, new TextDecoder().decode(bytes))
  expect(JSON.parse(texts.get('references.json') ?? '')).toEqual(records)
})
