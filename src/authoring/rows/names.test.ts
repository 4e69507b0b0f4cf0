import { expect, test } from 'vitest'
import { namesOf } from './names'

test('names are those of conditions, each once and with its codes apart, and of terms that have several', () => {
  const head = {
    kind: 'condition',
    title: 'Fibromyalgia',
    aliases: ['FM', 'FMS'],
    codes: { icd10: ['M79.7'], mesh: ['Fibromyalgia'] },
  }
  const terms = [
    { id: 'ldn', term: 'LDN', aliases: ['low-dose naltrexone'], says: 'A small dose.' },
    { id: 'dose', term: 'Dose', aliases: [], says: 'How much.' },
  ]
  expect(
    namesOf(
      [
        { id: 'fm', head },
        { id: 'safety', head: { ...head, kind: 'topic' } },
      ] as never,
      { terms } as never,
    ),
  ).toEqual([
    { names: ['Fibromyalgia', 'FM', 'FMS'], codes: ['M79.7'], condition: 'fm' },
    { names: ['LDN', 'low-dose naltrexone'] },
  ])
})
