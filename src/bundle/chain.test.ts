import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chain, type Choice, type Selection } from './chain'
import { condition, findingData, statementData, summary } from './test-content'

/* fm-pain and fm-mood rest on one passage each and share one; fm-dose says that no evidence was found. */
const chain = new Chain(
  condition(
    statementData('s-pain', 'fm-pain'),
    statementData('s-both', 'fm-pain', 'fm-mood'),
    statementData('s-dose', 'fm-dose'),
    statementData('s-elsewhere', 'cd-remission'),
  ),
  [
    summary(findingData('fm-pain', 'p-pain', 'p-shared')),
    summary(
      findingData('fm-mood', 'p-shared', 'p-mood'),
      findingData('fm-dose'),
      findingData('fm-sleep', 'p-sleep'),
    ),
  ],
)

const idsOf = ({ statement, finding, passage, unknown }: Selection): unknown => [
  statement?.id ?? null,
  finding?.id ?? null,
  passage?.id ?? null,
  ...unknown,
]
const select = (choice: Choice): unknown => idsOf(chain.select(choice))

describe('the chain, downwards', () => {
  it('selects nothing when nothing is chosen', () => expect(select({})).toEqual([null, null, null]))

  it('brings the first finding of a statement and the first passage of that', () => {
    expect(select({ statement: 's-both' })).toEqual(['s-both', 'fm-pain', 'p-pain'])
  })

  it('keeps the chosen finding of a statement that rests on several', () => {
    expect(select({ statement: 's-both', finding: 'fm-mood' })).toEqual(['s-both', 'fm-mood', 'p-shared'])
  })

  it('keeps the chosen passage of a finding that rests on several', () => {
    expect(select({ finding: 'fm-pain', passage: 'p-shared' })).toEqual(['s-pain', 'fm-pain', 'p-shared'])
  })

  it('ends at a finding that says that no evidence was found', () => {
    expect(select({ statement: 's-dose' })).toEqual(['s-dose', 'fm-dose', null])
  })

  it('ends at a statement whose findings are not in this evidence', () => {
    expect(select({ statement: 's-elsewhere' })).toEqual(['s-elsewhere', null, null])
  })
})

describe('the chain, upwards', () => {
  it('brings the first finding that rests on a passage and the first statement that rests on that', () => {
    expect(select({ passage: 'p-shared' })).toEqual(['s-pain', 'fm-pain', 'p-shared'])
    expect(select({ passage: 'p-mood' })).toEqual(['s-both', 'fm-mood', 'p-mood'])
  })

  it('brings the first of several statements that rest on a finding', () => {
    expect(select({ finding: 'fm-pain' })).toEqual(['s-pain', 'fm-pain', 'p-pain'])
  })

  it('keeps the chosen one of several statements that rest on a finding', () => {
    expect(select({ statement: 's-both', finding: 'fm-pain' })).toEqual(['s-both', 'fm-pain', 'p-pain'])
  })

  it('prefers, for a passage, the finding of the chosen statement that rests on it', () => {
    expect(select({ statement: 's-both', passage: 'p-mood' })).toEqual(['s-both', 'fm-mood', 'p-mood'])
  })

  it('ends at a finding on which no statement rests', () => {
    expect(select({ passage: 'p-sleep' })).toEqual([null, 'fm-sleep', 'p-sleep'])
  })
})

describe('the chain, of ids that the page does not have', () => {
  it.each([
    [{ statement: 'gone' }, [null, null, null, 'gone']],
    [{ finding: 'gone' }, [null, null, null, 'gone']],
    [{ passage: 'gone' }, [null, null, null, 'gone']],
    [{ statement: '' }, [null, null, null, '']],
    [{ statement: 'fm-pain' }, [null, null, null, 'fm-pain']],
    [{ statement: 'S-PAIN' }, [null, null, null, 'S-PAIN']],
    [{ statement: 'constructor' }, [null, null, null, 'constructor']],
    [{ statement: 'a', finding: 'b', passage: 'c' }, [null, null, null, 'a', 'b', 'c']],
  ])('%j selects nothing and names them', (choice, expected) => expect(select(choice)).toEqual(expected))

  it.each([
    [{ statement: 's-pain', finding: 'gone' }, ['s-pain', 'fm-pain', 'p-pain', 'gone']],
    [{ statement: 'gone', finding: 'fm-mood' }, ['s-both', 'fm-mood', 'p-shared', 'gone']],
    [{ statement: 's-pain', passage: 'gone' }, ['s-pain', 'fm-pain', 'p-pain', 'gone']],
    [{ finding: 'gone', passage: 'p-mood' }, ['s-both', 'fm-mood', 'p-mood', 'gone']],
  ])('%j keeps what is known and names the rest', (choice, expected) => {
    expect(select(choice)).toEqual(expected)
  })
})

describe('any selection', () => {
  const idsAs = (kind: string, most: number): fc.Arbitrary<string[]> =>
    fc.uniqueArray(
      fc.integer({ min: 0, max: 3 }).map((n) => `${kind}${n}`),
      { minLength: 0, maxLength: most },
    )
  const chains = fc
    .record({
      statements: fc.array(
        idsAs('f', 3).filter((ids) => ids.length > 0),
        { maxLength: 4 },
      ),
      findings: fc.array(idsAs('p', 2), { maxLength: 4 }),
    })
    .map(
      ({ statements, findings }) =>
        new Chain(condition(...statements.map((ids, n) => statementData(`s${n}`, ...ids))), [
          summary(...findings.map((ids, n) => findingData(`f${n}`, ...ids))),
        ]),
    )
  const chosen = (kind: string): fc.Arbitrary<string | undefined> =>
    fc.constantFrom(undefined, `${kind}0`, `${kind}1`, `${kind}2`, 'gone')
  const choices = fc.record({ statement: chosen('s'), finding: chosen('f'), passage: chosen('p') })
  const always = (holds: (of: Chain, choice: Choice, selection: Selection) => void): void =>
    fc.assert(fc.property(chains, choices, (of, choice) => holds(of, choice, of.select(choice))))

  it('keeps each choice that exists and names each that does not', () => {
    always((of, choice, { statement, finding, passage, unknown }) => {
      const passages = of.findings.flatMap((one) => one.passages)
      for (const [id, all, selected] of [
        [choice.statement, of.statements, statement],
        [choice.finding, of.findings, finding],
        [choice.passage, passages, passage],
      ] as const) {
        if (id === undefined) continue
        const exists = all.some((one) => one.id === id)
        expect(selected?.id === id).toBe(exists)
        expect(unknown.includes(id)).toBe(!exists)
      }
    })
  })

  it('holds together wherever it was not chosen otherwise', () => {
    always((_of, choice, { statement, finding, passage }) => {
      const rests = statement !== null && finding !== null && statement.findings.includes(finding.id)
      if (statement !== null && statement.id !== choice.statement) expect(rests).toBe(true)
      if (statement !== null && finding !== null && finding.id !== choice.finding) expect(rests).toBe(true)
      if (passage !== null && passage.id !== choice.passage) expect(passage).toBe(finding?.passages[0])
      if (passage !== null && choice.statement === undefined && choice.finding === undefined)
        expect(finding?.passages.map(({ id }) => id)).toContain(passage.id)
    })
  })

  it('ends early only where the chain does', () => {
    always((of, choice, { statement, finding, passage }) => {
      if (finding !== null && passage === null) expect(finding.passages).toEqual([])
      if (finding !== null && statement === null)
        expect(of.statements.some(({ findings }) => findings.includes(finding.id))).toBe(false)
      if (statement !== null && finding === null)
        expect(of.findings.some(({ id }) => statement.findings.includes(id))).toBe(false)
      if (Object.values(choice).every((id) => id === undefined))
        expect([statement, finding]).toEqual([null, null])
    })
  })

  it('stays the same when it is chosen itself', () => {
    always((of, _choice, selection) => {
      const { statement, finding, passage } = selection
      const again = of.select({ statement: statement?.id, finding: finding?.id, passage: passage?.id })
      expect(idsOf(again)).toEqual([statement?.id ?? null, finding?.id ?? null, passage?.id ?? null])
    })
  })
})
