import { boxAround, boxOf, type PageView } from './page-view'
import { scrollToBox } from './scroll-to-box'

/** The place that was brought on screen: it stays in view when the pane or the pages change, until the reader goes elsewhere. */
export class StayingPlace {
  private place: { readonly view: PageView; readonly rects: readonly (readonly number[])[] } | null = null

  constructor(private readonly body: () => HTMLElement | null) {}

  /** Whether the reader has not gone elsewhere since a place was brought on screen. */
  get isThere(): boolean {
    return this.place !== null
  }

  /** The whole of a place in view; its beginning, when it is taller than the pane. */
  bring(view: PageView, rects: readonly (readonly number[])[], toCentre: boolean): void {
    this.place = { view, rects }
    const body = this.body()
    if (body !== null) scrollToBox(body, view.div, boxAround(rects.map((one) => boxOf(view, one))), toCentre)
  }

  /** Brings it back after everything moved. False when there is none. */
  again(): boolean {
    if (this.place === null) return false
    this.bring(this.place.view, this.place.rects, false)
    return true
  }

  /** The reader goes elsewhere. */
  leave(): void {
    this.place = null
  }
}
