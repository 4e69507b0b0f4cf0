import { shallowRef, type ShallowRef } from 'vue'
import type { PageView } from './page-view'

/** The pages that are drawn now, those that cannot be, and who waits for one of them. */
export class DrawnPages {
  private readonly views = new Map<number, PageView>()
  private readonly waiting = new Map<number, (() => void)[]>()
  private readonly failed = shallowRef<ReadonlySet<number>>(new Set())

  /** The numbers of the pages that cannot be drawn. */
  get undrawn(): Readonly<ShallowRef<ReadonlySet<number>>> {
    return this.failed
  }

  /** A page stands, or stands anew; whoever waits for it waits until it is `settled`. */
  add(view: PageView): void {
    this.views.set(view.id, view)
  }

  /** A page was let go: far from the screen its picture is not kept. */
  drop({ id }: PageView): void {
    this.views.delete(id)
  }

  /** A page is as it should be, or as good as it will get. */
  settled(page: number): void {
    this.waiting.get(page)?.forEach((resolve) => resolve())
    this.waiting.delete(page)
  }

  /** A page cannot be drawn; nobody has to wait for it. */
  fail(page: number): void {
    this.failed.value = new Set([...this.failed.value, page].sort((one, other) => one - other))
    this.settled(page)
  }

  /** Resolves when a page, counted from 1, is on screen or will never be. */
  onScreen(page: number): Promise<void> {
    if (this.views.has(page) || this.failed.value.has(page)) return Promise.resolve()
    return new Promise((resolve) => this.waiting.set(page, [...(this.waiting.get(page) ?? []), resolve]))
  }

  /** Every page that is drawn. */
  all(): readonly PageView[] {
    return [...this.views.values()]
  }

  /** Nothing more will be drawn: nobody waits any longer. */
  end(): void {
    for (const page of [...this.waiting.keys()]) this.settled(page)
  }
}
