import { describe, expect, it } from 'vitest'
import { DrawnPages } from './drawn-pages'
import type { PageView } from './page-view'

const view = (id: number): PageView => ({ id }) as PageView

/** Whether a promise has resolved by now. */
const isDone = async (promise: Promise<void>): Promise<boolean> =>
  Promise.race([promise.then(() => true), Promise.resolve().then(() => Promise.resolve(false))])

describe('who waits for a page', () => {
  it('waits until it has its marks, not only its picture', async () => {
    const pages = new DrawnPages()
    const waiting = pages.onScreen(3)
    pages.add(view(3))
    expect(await isDone(waiting)).toBe(false)
    pages.settled(3)
    await waiting
  })

  it('does not wait for a page that stands, or that cannot be drawn', async () => {
    const pages = new DrawnPages()
    pages.add(view(1))
    pages.fail(2)
    await Promise.all([pages.onScreen(1), pages.onScreen(2)])
    pages.drop(view(1))
    expect(await isDone(pages.onScreen(1))).toBe(false)
  })

  it('is not forgotten when somebody else waits for the same page', async () => {
    const pages = new DrawnPages()
    const both = Promise.all([pages.onScreen(7), pages.onScreen(7)])
    pages.settled(7)
    await both
  })

  it('is let go when the document is', async () => {
    const pages = new DrawnPages()
    const waiting = [pages.onScreen(1), pages.onScreen(2)]
    pages.end()
    await Promise.all(waiting)
  })
})

it('names the pages that cannot be drawn once each, in their order', () => {
  const pages = new DrawnPages()
  for (const page of [12, 3, 12]) pages.fail(page)
  expect([...pages.undrawn.value]).toEqual([3, 12])
})
