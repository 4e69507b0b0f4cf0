import { expect, test } from 'vitest'
import { designOf } from './design'

test.each([
  ['Randomised crossover trial, double-blind, pilot', 'randomised trial'],
  ['Single-blind crossover study, 10 weeks', 'randomised trial'],
  ['Systematic review and meta-analysis of randomised trials', 'systematic review'],
  ['Registration of a randomised trial (INNOVA)', 'registration'],
  ['Narrative review', 'review'],
  ['Review of records, open-label', 'cohort or register'],
  ['Register study before and after, retrospective', 'cohort or register'],
  ['Case series', 'case report'],
  ['Open-label study without a control group', 'other trial'],
  ['Laboratory study in cells', 'laboratory or animal'],
  ['Experiment in animals', 'laboratory or animal'],
  ['US prescribing information', 'reference'],
  ['Web page of an advocacy body', 'reference'],
  ['Eine Studie', 'other'],
  ['', 'other'],
])('the design %j is a %j', (design, kind) => {
  expect(designOf(design)).toBe(kind)
})
