import { describe, expect, it } from 'vitest'
import { idsIn, regimenText, regimensIn } from './chosen'

describe('what a route asks to compare', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['a,a,b', ['a', 'b']],
    ['a,,b,', ['a', 'b']],
    ['a,b,c,d,e', ['a', 'b', 'c', 'd']],
    ['', []],
    [undefined, []],
    [['a', 'b'], []],
  ])('%j is %j', (list, ids) => expect(idsIn(list)).toEqual(ids))

  it.each([
    ['fm:one,cd:two', ['fm:one', 'cd:two']],
    ['fm', []],
    ['fm:', []],
    [':one', []],
    ['fm:one:two', []],
    [null, []],
  ])('as regimens, %j is %j', (list, chosen) => expect(regimensIn(list).map(regimenText)).toEqual(chosen))
})
