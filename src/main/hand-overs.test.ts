import { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { onHandOver } from './hand-overs'

const app = vi.hoisted(() => ({}) as EventEmitter)
vi.mock('electron', () => ({ app }))

const follow = vi.fn()
const event = { preventDefault: vi.fn() }
beforeEach(() => {
  Object.assign(app, { on: EventEmitter.prototype.on, emit: EventEmitter.prototype.emit })
  EventEmitter.prototype.removeAllListeners.call(app)
  vi.clearAllMocks()
  onHandOver(follow)
})

const claims = { bundle: 'ldn', path: '/claims' }

describe('what is handed over', () => {
  it.each([
    [['x.lectern'], { file: resolve('/home', 'x.lectern'), place: null, badAddress: false }],
    [['lectern://ldn/claims'], { file: null, place: claims, badAddress: false }],
    [['lectern:nonsense'], { file: null, place: null, badAddress: true }],
    [[], { file: null, place: null, badAddress: false }],
  ])('by a second start with %j is read in its own folder', (args, expected) => {
    app.emit('second-instance', event, ['electron'], '/home', { args })
    expect(follow.mock.calls).toEqual([[expected]])
  })

  it.each([undefined, null, 'x', {}, { args: 'lectern://ldn/claims' }, { args: [3, null] }])(
    'by a second start as %j is nothing',
    (data) => {
      app.emit('second-instance', event, ['electron'], '/home', data)
      expect(follow.mock.calls).toEqual([[{ file: null, place: null, badAddress: false }]])
    },
  )

  it('by macOS is an address or a file, and nothing else happens with it', () => {
    app.emit('open-url', event, 'lectern://ldn/claims')
    app.emit('open-file', event, '/home/x.lectern')
    expect(follow.mock.calls).toEqual([
      [{ file: null, place: claims, badAddress: false }],
      [{ file: '/home/x.lectern', place: null, badAddress: false }],
    ])
    expect(event.preventDefault).toHaveBeenCalledTimes(2)
  })
})
