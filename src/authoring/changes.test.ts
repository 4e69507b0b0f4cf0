import { describe, expect, test } from 'vitest'
import { bundleInfoSchema, readJson } from '../bundle'
import { compileBundle } from './compile-bundle'
import { at, folderOf, smallFolder } from './fixtures/small-folder'

const file = 'bundle.yaml'
const changes = `changes:
  - version: 1.0.0
    day: 2026-11-22
    items:
      - says: Pain was looked at again.
        conditions: [crohns-disease]
        findings: [fm-dreams]
      - says: More sources.
  - version: 0.9.0
    day: 2026-11-22
    items: [{ says: First edition. }]
`
const withChanges = (text: string): Record<string, string> => ({ [file]: `${smallFolder[file]}${text}` })

/** What `bundle.json` says is new. */
async function written(text: string): Promise<unknown> {
  const { payload } = await compileBundle(folderOf(withChanges(text)))
  for await (const { path, bytes } of payload ?? [])
    if (path === 'bundle.json') return readJson(bytes, bundleInfoSchema, path).changes
  return null
}

describe('what is new in a bundle', () => {
  test('§5.9 leads to its pages and findings, in the order of the editors', async () => {
    expect(await written(changes)).toEqual([
      {
        version: '1.0.0',
        day: '2026-11-22',
        items: [
          {
            says: 'Pain was looked at again.',
            concerns: [
              { condition: 'crohns-disease' },
              { condition: 'fibromyalgia', finding: { id: 'fm-dreams', outcome: 'Vivid dreams' } },
            ],
          },
          { says: 'More sources.', concerns: [] },
        ],
      },
      { version: '0.9.0', day: '2026-11-22', items: [{ says: 'First edition.', concerns: [] }] },
    ])
  })

  test('§5.9 need not be said', async () => expect(await written('')).toEqual([]))

  test.each([
    ['a newest version that is not the bundle’s', '- version: 1.0.0', '- version: 1.1.0', 'BAD_FIELD'],
    ['a version that stands there twice', 'version: 0.9.0', 'version: 1.0.0', 'BAD_FIELD'],
    ['no version', '- version: 0.9.0\n    day', '- day', 'BAD_FIELD'],
    ['a version in words', 'version: 0.9.0', 'version: first', 'BAD_FIELD'],
    [
      'an older version that came later',
      'day: 2026-11-22\n    items: [',
      'day: 2026-11-23\n    items: [',
      'BAD_FIELD',
    ],
    ['nothing new', 'items: [{ says: First edition. }]', 'items: []', 'BAD_FIELD'],
    ['an empty sentence', 'says: First edition.', "says: ''", 'BAD_FIELD'],
    ['a field that it does not know', 'says: First edition.', 'say: First edition.', 'BAD_FIELD'],
    ['a page that is not there', '[crohns-disease]', '[crohns]', 'UNKNOWN_CONDITION'],
    ['a finding that is not there', '[fm-dreams]', '[fm-dream]', 'UNKNOWN_FINDING'],
    ['praise', 'More sources.', 'A breakthrough against pain.', 'WORDING_PROMOTIONAL'],
  ])('is refused with %s', async (_, from, to, code) => {
    const { flaws } = await compileBundle(folderOf(withChanges(changes.replace(from, to))))
    expect(flaws.map((flaw) => flaw.code)).toContain(code)
  })

  test('is told at its line', async () => {
    const text = changes.replace('[fm-dreams]', '[fm-dream]')
    const { flaws } = await compileBundle(folderOf(withChanges(text)))
    expect(flaws).toMatchObject([{ code: 'UNKNOWN_FINDING', at: at(file, 'fm-dream]', withChanges(text)) }])
  })
})
