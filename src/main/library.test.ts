import { describe, expect, it, vi } from 'vitest'
import { failed, success } from '../bundle'
import { info } from '../bundle/test-content'
import { Library } from './library'

const close = vi.hoisted(() => vi.fn<(path: string) => Promise<void>>(() => Promise.resolve()))
vi.mock('../library', () => ({
  openBundle: (path: string) =>
    Promise.resolve(
      path === 'damaged'
        ? failed({ code: 'DAMAGED', at: '' })
        : success({
            path,
            info: info({ id: path }),
            entries: {},
            signature: { is: 'none' },
            close: () => close(path),
          }),
    ),
}))

describe('the library', () => {
  it('closes a bundle when another is open', async () => {
    const library = new Library()
    await library.openFile('one')
    expect(close).not.toHaveBeenCalled()
    await library.openFile('two')
    expect(close).toHaveBeenCalledExactlyOnceWith('one')
  })

  it('keeps what is open when the other is damaged', async () => {
    const library = new Library()
    await library.openFile('one')
    expect(await library.openFile('damaged')).toMatchObject({ ok: false })
    expect(library.current?.info.id).toBe('one')
  })

  it('has the new bundle open, and says so on standard error, when the one before cannot be closed', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    close.mockRejectedValueOnce(new Error('EIO'))
    const library = new Library()
    await library.openFile('one')
    expect(await library.openFile('two')).toMatchObject({ ok: true })
    expect(library.current?.info.id).toBe('two')
    expect(write.mock.calls.join()).toContain('EIO')
    write.mockRestore()
  })

  it('tells the id of a bundle without opening it for the reader', async () => {
    const library = new Library()
    await library.openFile('one')
    close.mockClear()
    expect(await library.idOf('two')).toBe('two')
    expect(close).toHaveBeenCalledExactlyOnceWith('two')
    expect(await library.idOf('damaged')).toBeNull()
    expect(library.current?.info.id).toBe('one')
  })

  it('has others open beside the one on the desk, and finds both', async () => {
    const library = new Library()
    await library.openFile('one')
    await library.openBeside('two')
    expect([library.current?.info.id, library.find('one')?.path, library.find('two')?.path]).toEqual([
      'one',
      'one',
      'two',
    ])
    expect(library.find('three')).toBeNull()
    expect(await library.openBeside('damaged')).toMatchObject({ ok: false })
  })

  it('keeps the one that leaves the desk open beside it, once others are', async () => {
    const library = new Library()
    await library.openFile('one')
    await library.openBeside('two')
    close.mockClear()
    await library.openFile('two')
    expect([library.current?.info.id, library.find('one')?.info.id]).toEqual(['two', 'one'])
    expect(close).toHaveBeenCalledExactlyOnceWith('two') // that beside
  })

  it('never has the bundle on the desk twice', async () => {
    const library = new Library()
    await library.openFile('one')
    const current = library.current
    close.mockClear()
    expect(await library.openBeside('one')).toMatchObject({ ok: true, value: current })
    expect(close).toHaveBeenCalledExactlyOnceWith('one')
    expect(library.find('one')).toBe(current)
  })
})
