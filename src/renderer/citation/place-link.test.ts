import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../bundle'
import { linkOf } from './place-link'

describe('the link to what is shown', () => {
  it.each([
    ['/ldn', {}, 'lectern://ldn/', 'place'],
    ['/ldn/claims', { claim: 'c1' }, 'lectern://ldn/claims?claim=c1', 'claim'],
    ['/ldn/conditions/fm', { statement: 's' }, 'lectern://ldn/conditions/fm?statement=s', 'statement'],
    [
      '/ldn/conditions/fm',
      { statement: 's', finding: 'f' },
      'lectern://ldn/conditions/fm?statement=s&finding=f',
      'finding',
    ],
    [
      '/ldn/sources/younger2013',
      { passage: 'p', also: 'b' },
      'lectern://ldn/sources/younger2013?passage=p&also=b',
      'passage',
    ],
  ])('%s %j', (path, query, address, to) => {
    expect(linkOf(path, query)).toEqual({ address, to })
    expect(parseAddress(address)).not.toBeNull()
  })

  it('leaves out which pane is in front and which words are marked', () => {
    expect(linkOf('/ldn/conditions/fm', { pane: 'source', q: 'low dose', finding: 'f' })?.address).toBe(
      'lectern://ldn/conditions/fm?finding=f',
    )
  })

  it('is read back as it was, whatever the query holds', () => {
    const made = linkOf('/ldn/glossary', { term: 'a b&c=d?#é', more: ['x', 'y'], none: null })
    expect(parseAddress(made?.address ?? '')?.path).toBe('/glossary?term=a+b%26c%3Dd%3F%23%C3%A9')
  })

  it.each(['/', '', '/LDN/claims', '/ldn%2Fx/claims', '/..'])('is none for %j', (path) =>
    expect(linkOf(path, {})).toBeNull(),
  )
})
