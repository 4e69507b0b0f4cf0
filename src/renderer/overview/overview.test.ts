import { describe, expect, it } from 'vitest'
import { bundleInfoSchema, type BundleInfo } from '../../bundle'
import { infoData } from '../../bundle/test-content'
import { designsIn, isMatch, queryOf, rowsOf, viewOf } from './matrix'
import { dueIn, heldUntil } from './review'

const entry = (id: string, fields: object = {}): object => ({
  ...infoData.conditions[0],
  id,
  title: id,
  ...fields,
})
const cell = (certainty: string, direction: string, designs: readonly string[] = []): object => ({
  ...infoData.conditions[0]?.cells[0],
  certainty,
  direction,
  designs,
})
const trial = 'randomised trial'
const bundle: BundleInfo = bundleInfoSchema.parse({
  ...infoData,
  groups: ['Gut', 'Pain'],
  conditions: [
    entry('b', {
      cells: [cell('low', 'better', [trial]), cell('none', 'unclear')],
      designs: [trial, 'case report'],
      reviewed: '2026-06-01',
    }),
    entry('c', {
      group: 'Gut',
      certainty: 'low',
      answer: { column: 'pain', certainty: 'very low' },
      cells: [cell('very low', 'worse', ['case report'])],
      designs: ['case report'],
    }),
    entry('a', { group: 'Nobody ordered it', certainty: 'moderate', cells: [cell('moderate', 'mixed')] }),
    entry('t', { kind: 'topic', cells: [cell('low', 'better', [trial])], designs: ['reference'] }),
  ],
})
const designs = designsIn(bundle)
const ids = (query: Record<string, string>): string[] =>
  rowsOf(bundle, viewOf(query, designs)).map(({ id }) => id)

describe('the overview', () => {
  it.each([
    [{}, ['c', 'b', 'a']],
    [{ sort: 'certainty' }, ['a', 'b', 'c']],
    [{ sort: 'name' }, ['a', 'b', 'c']],
    [{ sort: 'reviewed' }, ['c', 'a', 'b']],
    [{ certainty: 'low' }, ['b']],
    [{ certainty: 'none' }, ['b']],
    [{ direction: 'worse' }, ['c']],
    [{ certainty: 'low', direction: 'worse' }, []],
    [{ design: trial }, ['b']],
    [{ design: 'case report' }, ['c', 'b']],
    [{ design: 'none' }, ['a']],
    [{ design: trial, certainty: 'low' }, ['b']],
    [{ design: 'case report', certainty: 'low' }, []],
    [{ design: trial, direction: 'worse' }, []],
    [{ design: 'none', certainty: 'moderate' }, ['a']],
    [{ since: '2026-06-02' }, ['c', 'a']],
    [{ since: '2026-06-01' }, ['c', 'b', 'a']],
  ])('%o shows %o, and never a topic', (query, shown) => expect(ids(query)).toEqual(shown))

  it.each([
    { sort: 'size' },
    { certainty: 'great' },
    { direction: 'up' },
    { design: 'tea leaves' },
    { design: 'reference' },
    { since: 'yesterday' },
    { since: ['2026-01-01'] },
  ])('takes no notice of %o', (query) => expect(viewOf(query, designs)).toEqual(viewOf({})))

  it('has a plain address as long as nothing is chosen, and reads back what it writes', () => {
    expect(queryOf(viewOf({}))).toEqual({})
    const query = {
      ...{ sort: 'name', certainty: 'very low', direction: 'no difference' },
      ...{ design: trial, since: '2026-01-01' },
    }
    expect(queryOf(viewOf(query, designs))).toEqual(query)
  })

  it('offers the kinds of study that its conditions have, the firmest first, and none where one has none', () =>
    expect(designs).toEqual([trial, 'case report', 'none']))

  it('offers no kinds of study for a bundle that does not tell any', () =>
    expect(designsIn(bundleInfoSchema.parse(infoData))).toEqual([]))

  it('does not take "nothing found" for an unclear direction', () =>
    expect(
      isMatch({ certainty: 'none', direction: 'unclear', designs: [] }, viewOf({ direction: 'unclear' })),
    ).toBe(false))
})

describe('what is due for review', () => {
  it('holds as long as the bundle gives itself, counted from the review of the page', () => {
    expect(heldUntil(bundle, '2026-11-22')).toBe('2027-11-22')
    expect(heldUntil(bundle, '2026-06-01')).toBe('2027-06-01')
  })

  it.each([
    ['2026-12-01', [], '2027-06-01'],
    ['2027-04-02', ['b'], '2027-11-22'],
    ['2027-06-01', ['b'], '2027-11-22'],
    ['2027-06-02', ['b overdue'], '2027-11-22'],
    ['2028-01-01', ['b overdue', 'c overdue', 'a overdue', 't overdue'], null],
  ])('on %s: %o, then %s', (today, pages, next) => {
    const found = dueIn(bundle, today)
    expect(found.due.map(({ entry, isOverdue }) => (isOverdue ? `${entry.id} overdue` : entry.id))).toEqual(
      pages,
    )
    expect(found.next).toBe(next)
  })
})
