import { describe, expect, it } from 'vitest'
import { conditionSchema, type Condition } from '../../bundle'
import { conditionData } from '../../bundle/test-content'
import { firstWarning } from './first-warning'

const text = (value: string): object => ({ type: 'text', value })
const paragraph = (...children: object[]): object => ({ type: 'paragraph', block: 0, children })
const box = (kind: string, ...children: object[]): object => ({ type: 'box', kind, children })
const page = (...body: object[]): Condition =>
  conditionSchema.parse({
    ...conditionData(),
    sections: [{ kind: 'bottom-line', title: 'Bottom line', body }],
  })

describe('the first warning of a page', () => {
  it('is its bold word and its first sentence, citations as they print', () => {
    const cited = { type: 'citation', items: [{ source: 's', label: 'Label 2024' }] }
    const bold = { type: 'strong', children: [text('Opioids.')] }
    expect(
      firstWarning(
        page(
          paragraph(text('Before.')),
          box('note', paragraph(text('A note.'))),
          box('warning', paragraph(bold, text(' Never with them '), cited, text('. More follows.'))),
          box('warning', paragraph(text('Another.'))),
        ),
      ),
    ).toEqual({ lead: 'Opioids.', says: 'Never with them (Label 2024).' })
  })

  it('may do without a bold word', () =>
    expect(firstWarning(page(box('warning', paragraph(text('Take care. Always.')))))).toEqual({
      lead: '',
      says: 'Take care.',
    }))

  it.each([
    ['no box', [paragraph(text('Nothing.'))]],
    ['only a note', [box('note', paragraph(text('A note.')))]],
    ['a box of a list', [box('warning', { type: 'list', ordered: false, children: [] })]],
  ])('is none where there is %s', (_name, body) => expect(firstWarning(page(...body))).toBeNull())
})
