import { describe, expect, test } from 'vitest'
import { restsOn } from './rests-on'
import { sourceSchema, type Source } from './source'

const dependents = (statement: string, claim: string) => ({
  findings: [{ id: 'f', condition: 'c', outcome: 'Pain' }],
  statements: [{ id: statement, condition: 'c', finding: 'f', text: 'It may be so.' }],
  claims: [{ id: claim, says: 'It is so.' }],
  handouts: [],
  regimens: [{ id: 'r', condition: 'c', title: 'Once a day' }],
})

const source: Source = sourceSchema.parse({
  id: 's',
  title: 'S',
  label: 'S',
  kind: 'digest',
  language: 'en',
  record: null,
  study: null,
  licence: null,
  seen: null,
  retraction: { status: 'not looked up' },
  unconfirmed: [],
  doubt: null,
  body: [],
  passages: [],
  restsOn: { one: dependents('a', 'x'), two: dependents('b', 'x') },
})

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)

describe('§11.7 what rests on a source', () => {
  test('is what rests on the passage that is asked for', () => {
    expect(ids(restsOn(source, 'one').statements)).toEqual(['a'])
  })

  test('is each thing once, when no passage is asked for', () => {
    const all = restsOn(source, null)
    expect([ids(all.statements), ids(all.findings), ids(all.claims), ids(all.regimens)]).toEqual([
      ['a', 'b'],
      ['f'],
      ['x'],
      ['r'],
    ])
  })

  test.each(['three', 'constructor', '__proto__', ''])('is nothing for the passage %j', (passage) => {
    expect(Object.values(restsOn(source, passage)).flat()).toEqual([])
  })
})
