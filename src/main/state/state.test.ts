import { describe, expect, it } from 'vitest'
import { bundleIdSchema } from '../../bundle'
import { fileOf, firstState, locationOf, stateSchema, withBundle, withLocation } from './state'

const ldn = bundleIdSchema.parse('ldn')
const isState = (change: object): boolean => stateSchema.safeParse({ ...firstState, ...change }).success

describe('the state', () => {
  it('of a first start can be read back', () => {
    expect(stateSchema.parse(JSON.parse(JSON.stringify(firstState)))).toEqual(firstState)
  })

  it('of a reader at work can be read back', () => {
    const state = withLocation(withBundle(firstState, ldn, '/home/a/ldn.lectern'), ldn, '/claims')
    expect(stateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })

  it.each([
    ['no version', { version: undefined }],
    ['a version of a later Lectern', { version: 2 }],
    ['settings that the desk could not show', { settings: { ...firstState.settings, textSize: 1_000 } }],
    ['settings with one missing', { settings: { theme: 'dark' } }],
    ['a bundle that is no id', { bundle: '../ldn' }],
    ['a file of a bundle that is no id', { files: { '../ldn': '/a' } }],
    ['a file that is no text', { files: { ldn: 3 } }],
    ['a location with a host', { locations: { ldn: '//example.org' } }],
    ['a window of no size', { window: { width: 0, height: 0, maximized: false } }],
    ['a window wider than any screen', { window: { width: 1e9, height: 900, maximized: false } }],
    ['a key that it does not know', { password: 'x' }],
  ])('with %s is damaged', (_what, change) => expect(isState(change)).toBe(false))
})

describe('what the state remembers', () => {
  it('is the file and the location of each bundle', () => {
    const state = withLocation(withBundle(firstState, ldn, '/a.lectern'), ldn, '/claims')
    expect(state.bundle).toBe('ldn')
    expect(fileOf(state, ldn)).toBe('/a.lectern')
    expect(locationOf(state, ldn)).toBe('/claims')
  })

  it('is no file for the bundle that ships with the app', () => {
    const state = withBundle(withBundle(firstState, ldn, '/a.lectern'), ldn, null)
    expect(state.bundle).toBeNull()
    expect(fileOf(state, ldn)).toBe('/a.lectern')
  })

  it('is nothing of a bundle that was never open, whatever it is called', () => {
    for (const id of ['crohns', 'constructor'].map((text) => bundleIdSchema.parse(text))) {
      expect(fileOf(firstState, id)).toBeNull()
      expect(locationOf(firstState, id)).toBeNull()
    }
    expect(fileOf(firstState, null)).toBeNull()
  })

  it('does not change the state before', () => {
    withLocation(firstState, ldn, '/claims')
    withBundle(firstState, ldn, '/a.lectern')
    expect([firstState.bundle, firstState.files, firstState.locations]).toEqual([null, {}, {}])
  })

  it('is kept of the 50 bundles changed last', () => {
    const ids = Array.from({ length: 60 }, (_, n) => bundleIdSchema.parse(`b${n}`))
    const [first] = ids
    let state = firstState
    for (const id of ids) state = withLocation(state, id, '/')
    expect(Object.keys(state.locations)).toEqual(ids.slice(10))
    state = withLocation(state, ids[10] ?? ldn, '/claims')
    state = withLocation(state, first ?? ldn, '/')
    expect(Object.keys(state.locations).slice(-2)).toEqual(['b10', 'b0'])
    expect(Object.keys(state.locations)).toHaveLength(50)
  })
})
