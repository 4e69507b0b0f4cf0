import { describe, expect, test } from 'vitest'
import { certainties, type Certainty } from '../../../bundle'
import { checkAgainstStrongest, checkPromotion, checkStatement } from './check-wording'
import { english } from './en'
import { wordingTable } from './wording-tables'

const codes = (text: string, certainty: Certainty): string[] =>
  checkStatement(text, certainty, english).map(({ code }) => code)

describe('a statement in the words of its certainty', () => {
  test.each<[Certainty, string]>([
    ['high', 'LDN reduces pain.'],
    ['high', 'LDN results in a large fall in pain.'],
    ['high', 'LDN does not reduce pain.'],
    ['high', 'Pain is reduced by LDN.'],
    ['high', 'Vivid dreams are more frequent on LDN.'],
    ['moderate', 'LDN probably reduces pain.'],
    ['moderate', 'LDN likely results in little to no difference in pain.'],
    ['moderate', 'LDN probably does not reduce pain.'],
    ['moderate', 'LDN probably reduces pain and improves sleep.'],
    ['moderate', 'It is likely that LDN eases pain.'],
    ['low', 'LDN may reduce pain.'],
    ['low', 'LDN may not reduce pain.'],
    ['low', 'LDN may make little or no difference to mean pain at 12 weeks.'],
    ['low', 'The evidence suggests that LDN reduces pain slightly.'],
    ['low', 'The evidence suggests LDN reduces pain.'],
    ['low', 'A guideline group holds that LDN may make little to no difference to pain.'],
    ['low', 'The reviews disagree on whether LDN may lower pain more than placebo does.'],
    ['low', 'LDN may lower pain: in the trial it fell by 28.8% on LDN and 18.0% on placebo.'],
    ['low', 'More adults may respond, but this may be chance.'],
    ['low', 'People on LDN may be more likely to respond.'],
    ['low', 'LDN may help, although a leaflet calls it “remarkable” and says “it cures pain”.'],
    ['low', 'LDN might help. Only 31 women took part.'],
    ['very low', 'The evidence is very uncertain about sleep.'],
    ['very low', 'LDN may reduce pain, but the evidence is very uncertain.'],
    ['very low', 'The evidence is very uncertain about whether LDN changes the need for hormone.'],
    ['very low', 'The evidence is very uncertain about how often LDN causes insomnia.'],
    ['very low', 'The evidence is very uncertain about dreams: they were more frequent in one trial.'],
    ['very low', 'The evidence is very uncertain about the changes in pain, as nobody was compared.'],
    ['very low', 'The evidence is very uncertain about harms; one review showed no increase.'],
    ['none', 'No controlled trial was found.'],
    ['none', 'No evidence was found.'],
    ['none', 'No evidence was found for stopping levothyroxine because LDN was started.'],
    ['none', 'For antibodies, TSH and symptoms no controlled trial was found.'],
    ['none', 'No trial that compares starting doses was found.'],
    ['none', 'We found no study of LDN in children.'],
    ['none', 'There is no evidence on LDN in children.'],
  ])('passes at %s: %s', (certainty, text) => {
    expect(codes(text, certainty)).toEqual([])
  })

  test.each(certainties)('the example for %s passes', (certainty) => {
    expect(codes(english.examples[certainty], certainty)).toEqual([])
  })
})

describe('a statement stronger than its certainty is refused', () => {
  test.each<[Certainty, string]>([
    ['moderate', 'LDN reduces pain.'],
    ['moderate', 'LDN will reduce pain.'],
    ['moderate', 'Pain is reduced by LDN.'],
    ['moderate', 'LDN probably helps. It lowers pain.'],
    ['low', 'LDN reduces pain.'],
    ['low', 'LDN does not reduce pain.'],
    ['low', "LDN doesn't reduce pain."],
    ['low', 'LDN probably reduces pain.'],
    ['low', 'LDN is likely to reduce pain.'],
    ['low', 'LDN can reduce pain.'],
    ['low', 'LDN results in less pain.'],
    ['low', 'LDN leads to better sleep.'],
    ['low', 'LDN may reduce pain and improves sleep.'],
    ['low', 'LDN may reduce pain. It improves sleep.'],
    ['low', 'Pain may fall; sleep is better.'],
    ['low', 'LDN is safe.'],
    ['low', 'LDN is more effective than placebo, and may help sleep.'],
    ['low', 'LDN works.'],
    ['low', 'Pain fell by 3 points.'],
    ['low', 'A reduction in pain was seen.'],
    ['low', 'Dreams and pain.'],
    ['low', 'The authors conclude that LDN reduces pain.'],
    ['low', 'People on LDN are more likely to respond.'],
    ['low', 'If people take LDN, it reduces pain.'],
    ['low', 'A trial of May 2024 showed less pain.'],
    ['very low', 'LDN may reduce pain.'],
    ['very low', 'LDN probably reduces pain.'],
    ['very low', 'LDN reduces pain, but the evidence is very uncertain.'],
    ['very low', 'LDN probably helps, but the evidence is very uncertain.'],
    ['none', 'LDN may help.'],
    ['none', 'The evidence is very uncertain about children.'],
    ['none', 'No side effects were found.'],
    ['none', 'No trial was found, but LDN may help.'],
    ['none', 'LDN has not been studied.'],
  ])('at %s: %s', (certainty, text) => {
    expect(codes(text, certainty)).toContain('WORDING_TOO_STRONG')
  })

  test('and is told the rule and a wording that would pass', () => {
    const [flaw] = checkStatement('LDN reduces pain.', 'low', english)
    expect(flaw?.detail).toBe(
      '"reduces" speaks of certainty high, and it is low (GRADE guideline 26); like this it would pass: "may reduce"',
    )
    expect(checkStatement('LDN raises TSH.', 'moderate', english)[0]?.detail).toContain('"probably raises"')
  })
})

describe('a statement weaker than its certainty', () => {
  test.each<[Certainty, string]>([
    ['high', 'LDN may reduce pain.'],
    ['high', 'LDN probably reduces pain.'],
    ['moderate', 'LDN may reduce pain.'],
    ['low', 'The evidence is very uncertain about pain.'],
  ])('is told at %s: %s', (certainty, text) => {
    expect(codes(text, certainty)).toEqual(['WORDING_TOO_WEAK'])
  })

  test.each<[Certainty, string]>([
    ['moderate', 'No trial was found.'],
    ['very low', 'There is no evidence on pain.'],
  ])('is refused where it denies the evidence, at %s: %s', (certainty, text) => {
    expect(codes(text, certainty)).toEqual(['WORDING_DENIES_EVIDENCE'])
  })
})

describe('praise and proof', () => {
  test.each([
    'LDN cures fibromyalgia.',
    'LDN may cure fibromyalgia.',
    'The results are remarkable.',
    'LDN is proven to help.',
    'This proves that LDN helps.',
    'LDN may be safe and effective.',
    'LDN is a miracle drug.',
    'Relief is guaranteed.',
    'LDN may be a breakthrough.',
    'A game-changing drug.',
    'Pain may fall dramatically.',
    'It may help with no side effects.',
    'It is life-changing.',
    'Thanks to LDN pain may fall.',
    'Not everybody responds, and for some LDN may be a wonder drug.',
  ])('are refused: %s', (text) => {
    expect(checkPromotion(text, english).map(({ code }) => code)).toEqual(['WORDING_PROMOTIONAL'])
  })

  test.each([
    'LDN has not been proven to help.',
    'There is no cure.',
    'That LDN helps is unproven.',
    'It is no miracle.',
    'A trial cannot guarantee this.',
    'The article calls LDN “a miracle” and “remarkable”.',
    'It says that "LDN cures pain".',
    'Nobody has proven this.',
    'The prover was secure, and the procure of it curious.',
  ])('may be denied or quoted: %s', (text) => {
    expect(checkPromotion(text, english)).toEqual([])
  })
})

describe('a handout', () => {
  const refused = (text: string, limit: Certainty): boolean =>
    checkAgainstStrongest(text, limit, english).length > 0

  test.each<[Certainty, string]>([
    ['low', 'It may help some people, but only one small study tested this well.'],
    ['low', 'Symptoms got better in 15 of 18 people on LDN.'],
    ['low', 'Do not lower your dose.'],
    ['low', 'Lower the dose only when we tell you to.'],
    ['low', 'A pharmacy will make it up for you.'],
    ['low', 'It can set off severe withdrawal.'],
    ['low', 'We are not sure if it helps.'],
    ['very low', 'We do not know if it may help.'],
    ['very low', 'It may help, but we are very unsure.'],
    ['none', 'We found no study that shows if it helps.'],
    ['none', 'If you stop LDN, do not go back to an old dose. It could kill you.'],
    ['moderate', 'It probably eases pain.'],
  ])('may say at %s: %s', (limit, text) => {
    expect(refused(text, limit)).toBe(false)
  })

  test.each<[Certainty, string]>([
    ['low', 'LDN eases pain.'],
    ['low', 'LDN will help you sleep.'],
    ['low', 'LDN works.'],
    ['low', 'LDN is safe.'],
    ['low', 'LDN probably helps.'],
    ['low', 'It does not ease pain.'],
    ['very low', 'LDN may help.'],
    ['none', 'LDN may help.'],
    ['moderate', 'LDN improves sleep.'],
  ])('may not say at %s: %s', (limit, text) => {
    expect(refused(text, limit)).toBe(true)
  })
})

test.each([
  ['no evidence ', 100_000],
  ['“', 500_000],
  ['9', 500_000],
  ['LDN may, LDN reduces, ', 30_000],
  ['a. A', 200_000],
])('a hostile text of %s, %i times, is read to its end', (piece, times) => {
  expect(checkStatement(piece.repeat(times), 'low', english)).toBeInstanceOf(Array)
})

test('a language without a table is not checked', () => {
  expect(wordingTable('en-GB')).toBe(english)
  expect(wordingTable('EN')).toBe(english)
  for (const language of ['de', 'pt-BR', 'zh-Hant', 'eng', '']) expect(wordingTable(language)).toBeNull()
})
