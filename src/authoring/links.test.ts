import { describe, expect, test } from 'vitest'
import { leadsSomewhere, type LinkTargets } from './links'

const targets: LinkTargets = {
  conditions: new Set(['fm', 'cd']),
  handouts: new Set(['easy']),
  sources: new Set(['s']),
  claims: new Set(['c01']),
  terms: new Set(['cdai']),
  resources: new Set(['trust']),
  findings: new Set(['f']),
  passages: new Set(['p']),
  statementsOf: (condition) => new Set(condition === 'fm' ? ['fm-pain'] : []),
}

describe('a link', () => {
  test.each([
    '/conditions/fm',
    '/conditions/fm?statement=fm-pain&finding=f&passage=p',
    '/handouts/easy',
    '/sources/s',
    '/sources/s?passage=p',
    '/claims',
    '/claims?claim=c01',
    '/glossary',
    '/glossary?term=cdai',
    '/resources?resource=trust',
  ])('§7.5 §19.3 %s leads somewhere', (to) => expect(leadsSomewhere(to, targets)).toBe(true))

  test.each([
    'https://example.org',
    '//example.org/conditions/fm',
    'conditions/fm',
    '/',
    '/conditions',
    '/conditions/',
    '/conditions/gut',
    '/conditions/fm/',
    '/conditions/fm#harms',
    '/conditions/fm?',
    '/conditions/fm?x=1',
    '/conditions/cd?statement=fm-pain',
    '/conditions/fm?finding=nothing',
    '/handouts/easy?passage=p',
    '/sources/fm',
    '/sources/s?passage=nothing',
    '/sources/s?statement=fm-pain',
    '/claims?claim=c02',
    '/claims/c01',
    '/glossary?term=cdeis',
    '/glossary/cdai',
    '/resources?term=cdai',
    '/resources?resource=',
    'javascript:alert(1)',
    'mailto:a@b.org',
    '',
  ])('§7.5 §19.3 %j leads nowhere', (to) => expect(leadsSomewhere(to, targets)).toBe(false))
})
