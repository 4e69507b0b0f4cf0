import { describe, expect, test } from 'vitest'
import { errorProneIn, numbersWithoutUnit } from './doses'

describe('a dose', () => {
  test.each([
    '4.5 mg a day',
    '0.1 mg per kg of body weight a day, up to 4.5 mg',
    '0.1 mg/kg',
    '50, 100 and 200 mg',
    '3 to 4.5 mg',
    '2 or 4 micrograms a day',
    'raised over 4 weeks to 6 mg a day',
    '0.5 mg a day, raised by 0.5 mg every 7 days, not above 4.5 mg',
    '0.75 mg at a time',
    'over 4 weeks',
    '0.1 ml of a 1 mg/ml solution',
    '1–2 tablets',
    '50-mg tablets',
    '2.5 mg 3 times a day',
    'LDN on top of the usual medicines',
    'none',
    'not recorded',
  ])('has a unit for each number: %s', (dose) => {
    expect(numbersWithoutUnit(dose)).toEqual([])
  })

  test.each<[string, string[]]>([
    ['4.5 a day', ['4.5']],
    ['4.5', ['4.5']],
    ['up to 4.5', ['4.5']],
    ['4.5 at bedtime, then 3 mg', ['4.5']],
    ['start at 1.5, target 4.5 mg', ['1.5']],
    ['50, 100 and 200', ['50', '100', '200']],
    ['6 mgs', ['6']],
    ['5 mcg', ['5']],
  ])('is refused where a number has none: %s', (dose, numbers) => {
    expect(numbersWithoutUnit(dose)).toEqual(numbers)
  })

  test.each<[string, string]>([
    ['5 mcg a day', 'mcg'],
    ['5mcg', 'mcg'],
    ['5 ug a day', 'ug'],
    ['5 µg a day', 'µg'],
    ['5 μg a day', 'μg'],
    ['1.0 mg', '1.0'],
    ['3.0 to 4.5 mg', '3.0'],
    ['.5 mg', '.5'],
    ['4.5 mg QD', 'QD'],
    ['4.5 mg q.d.', 'q.d.'],
    ['4.5 mg QOD', 'QOD'],
    ['4.5 mg qHS', 'qHS'],
    ['10 IU', 'IU'],
    ['10 U', 'U'],
    ['2 cc', 'cc'],
  ])('is refused in a form that has led to errors: %s', (dose, words) => {
    expect(errorProneIn(dose).map((found) => found.words)).toEqual([words])
  })

  test.each([
    '4.5 mg',
    '0.5 mg',
    '5 micrograms',
    'I² was 33.0%',
    'version 1.0',
    'p = .05',
    'U of Oslo',
    'an accident',
    '10 mg',
    '1.05 mg',
  ])('passes: %s', (dose) => {
    expect(errorProneIn(dose)).toEqual([])
  })
})
