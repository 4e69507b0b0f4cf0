import { describe, expect, it } from 'vitest'
import type { CopyText, OwnCopy } from '../../shared/contract'
import type { CopyReading } from './read-copy'
import { ReadingQueue } from './reading-queue'

const copy = (letter: string): OwnCopy => ({
  ...{ sha256: letter.repeat(64), name: `${letter}.pdf`, bytes: 9, added: '2026-11-22' },
  ...{ isThere: true, text: 'waiting', unread: [] },
})
const [a, b, c] = [copy('a'), copy('b'), copy('c')]
const index = new Uint8Array(3)

/** A queue whose files are read when the test says so. */
function queueOf(keeps = true) {
  const reading: { name: string; told: (page: number, of: number) => void; signal: AbortSignal }[] = []
  const ends = new Map<string, (is: CopyReading | Error) => void>()
  const [noted, kept, ended]: [[string, CopyText][], string[], [string, string][]] = [[], [], []]
  const queue = new ReadingQueue({
    read: ({ name }, told, signal) => {
      reading.push({ name, told, signal })
      return new Promise((done, fail) => ends.set(name, (is) => (is instanceof Error ? fail(is) : done(is))))
    },
    keep: ({ name }) => {
      kept.push(name)
      return Promise.resolve(keeps)
    },
    note: ({ name }, text) => {
      noted.push([name, text])
      return Promise.resolve()
    },
    changed: () => undefined,
    ended: ({ name }, { is }) => ended.push([name, is]),
  })
  const settle = () => new Promise((done) => setTimeout(done))
  return {
    ...{ queue, reading, noted, kept, ended },
    names: () => reading.map(({ name }) => name),
    end: async (name: string, is: CopyReading | Error) => {
      ends.get(name)?.(is)
      await settle()
    },
  }
}

describe('copies that are to be read', () => {
  it('are read one after the other, each kept when it has been', async () => {
    const { queue, names, end, kept, ended } = queueOf()
    queue.set([a, b])
    expect(names()).toEqual(['a.pdf'])
    expect(queue.waiting).toEqual([b])
    await end('a.pdf', { is: 'read', index, unread: [] })
    expect([names(), kept, ended]).toEqual([['a.pdf', 'b.pdf'], ['a.pdf'], [['a.pdf', 'read']]])
    await end('b.pdf', { is: 'read', index, unread: [] })
    expect(queue.progress).toBeNull()
  })

  it('are read once, however often they are said and by how many sources', () => {
    const { queue, names } = queueOf()
    for (let times = 0; times < 3; times++) queue.set([a, { ...a, name: 'same.pdf' }, b])
    expect(names()).toHaveLength(1)
    expect(queue.waiting).toHaveLength(1)
  })

  it('say how far they are', () => {
    const { queue, reading } = queueOf()
    queue.set([a])
    expect(queue.progress).toMatchObject({ page: 0 })
    reading[0]?.told(12, 210)
    expect(queue.progress).toMatchObject({ copy: a, page: 12, of: 210 })
  })
})

describe('what cannot be read', () => {
  it.each(['locked', 'no words', 'unreadable', 'too long'] as const)('is noted as %s', async (is) => {
    const { queue, end, noted, kept, names } = queueOf()
    queue.set([a, b])
    await end('a.pdf', { is })
    expect([noted, kept, names()]).toEqual([[['a.pdf', is]], [], ['a.pdf', 'b.pdf']])
  })

  it('because something broke is unreadable', async () => {
    const { queue, end, noted } = queueOf()
    queue.set([a])
    await end('a.pdf', new Error('the worker has gone'))
    expect(noted).toEqual([['a.pdf', 'unreadable']])
  })

  it('because its file has gone is noted as nothing, and not tried again and again', async () => {
    const { queue, end, noted, names } = queueOf()
    queue.set([a])
    await end('a.pdf', { is: 'gone' })
    queue.set([a])
    expect([noted, names()]).toEqual([[], ['a.pdf']])
    queue.retry(a.sha256)
    queue.set([a])
    expect(names()).toEqual(['a.pdf', 'a.pdf'])
  })

  it('because its index finds no room is stopped', async () => {
    const { queue, end, noted } = queueOf(false)
    queue.set([a])
    await end('a.pdf', { is: 'read', index, unread: [] })
    expect(noted).toEqual([['a.pdf', 'stopped']])
  })
})

describe('what the reader stops', () => {
  it('is let go and noted, and the next is read', async () => {
    const { queue, reading, noted, names, end, kept, ended } = queueOf()
    queue.set([a, b])
    await queue.stop(a)
    expect(reading[0]?.signal.aborted).toBe(true)
    expect([noted, names()]).toEqual([[['a.pdf', 'stopped']], ['a.pdf', 'b.pdf']])
    reading[0]?.told(5, 9)
    expect(queue.progress).toMatchObject({ copy: b, page: 0 })
    await end('a.pdf', { is: 'read', index, unread: [] })
    expect([kept, ended]).toEqual([[], []])
  })

  it('before its turn is never read', async () => {
    const { queue, names, end } = queueOf()
    queue.set([a, b, c])
    await queue.stop(b)
    await end('a.pdf', { is: 'read', index, unread: [] })
    expect(names()).toEqual(['a.pdf', 'c.pdf'])
  })
})

describe('what is removed or replaced', () => {
  it('while it is read is let go without a word', async () => {
    const { queue, reading, noted, kept, end, names } = queueOf()
    queue.set([a])
    queue.set([b])
    expect(reading[0]?.signal.aborted).toBe(true)
    await end('a.pdf', { is: 'read', index, unread: [] })
    expect([noted, kept, names()]).toEqual([[], [], ['a.pdf', 'b.pdf']])
  })

  it('before its turn is never read', async () => {
    const { queue, names, end } = queueOf()
    queue.set([a, b])
    queue.set([a])
    await end('a.pdf', { is: 'read', index, unread: [] })
    expect(names()).toEqual(['a.pdf'])
  })
})
