import { beside, topOf } from './inside'
import { textAtTop } from './text-at-top'
import { boxOf, letterIn, offsetIn, type TextPlace } from './text-place'

/** What is kept free around a place that is to be seen whole, in CSS pixels. */
const margin = 16

type Seen = Readonly<Pick<Element, 'scrollTop' | 'scrollHeight' | 'clientWidth' | 'clientHeight'>>

/**
 * What is read of a text stays in view when its lines are broken anew, by another width or another size of letters: the
 * place that was chosen, whole, until the reader scrolls; then the line at the top.
 */
export class StayingText {
  private held: {
    readonly place: Range | Element
    readonly below: number
    readonly isChosen: boolean
  } | null = null
  /** How the text stood when we last looked: to be laid out anew, or moved by us, is not to be scrolled. */
  private known: Seen = { scrollTop: 0, scrollHeight: 0, clientWidth: 0, clientHeight: 0 }

  constructor(
    private readonly scroller: () => Element | null,
    private readonly root: () => HTMLElement | null,
  ) {}

  /** A place was brought on screen. */
  choose(place: Range | Element): void {
    this.hold(place, true)
  }

  /** Another text is shown, from its beginning on. */
  leave(): void {
    this.held = null
  }

  /** What scrolls tells that it was scrolled. */
  scrolled(): void {
    const [scroller, root] = [this.scroller(), this.root()]
    if (scroller === null || root === null || !this.isByReader(scroller)) return
    // At its beginning a text stays there.
    const top = scroller.scrollTop < 1 ? null : textAtTop(scroller, root)
    if (top === null) this.held = null
    else this.hold(top, false)
    this.known = seenOf(scroller)
  }

  /** The text was laid out, or laid out anew. */
  again(): void {
    const [scroller, now] = [this.scroller(), this.held]
    if (scroller === null) return
    const box = now === null ? null : boxOf(now.place)
    if (now !== null && box !== null) {
      const below = now.isChosen ? inView(now.below, box.height, scroller.clientHeight) : now.below
      scroller.scrollTop += box.top - topOf(scroller) - below
      if (now.isChosen) scroller.scrollLeft += beside(scroller, box)
    }
    this.known = seenOf(scroller)
  }

  /** Where the reader is, for a time when the text is laid out otherwise. */
  get place(): TextPlace {
    const [root, now] = [this.root(), this.held]
    if (root === null || now === null) return 'beginning'
    return { at: offsetIn(root, now.place), below: now.below, isChosen: now.isChosen }
  }

  /**
   * Goes to where the reader was.
   *
   * @param chosen the place that is chosen; it was in view if the reader had not scrolled since
   */
  goTo(left: TextPlace, chosen: Range | Element | null): void {
    const [scroller, root] = [this.scroller(), this.root()]
    if (scroller === null || root === null) return
    if (left === 'beginning') {
      this.held = null
      scroller.scrollTop = 0
      this.known = seenOf(scroller)
      return
    }
    const place = left.isChosen ? chosen : letterIn(root, left.at)
    if (place === null) return
    this.held = { ...left, place }
    this.again()
  }

  private hold(place: Range | Element, isChosen: boolean): void {
    const [scroller, box] = [this.scroller(), boxOf(place)]
    if (scroller === null || box === null) return
    this.held = { place, below: box.top - topOf(scroller), isChosen }
    this.known = seenOf(scroller)
  }

  /** Where a text that was laid out anew came to an end earlier, it was moved before we hear of its layout. */
  private isByReader(scroller: Element): boolean {
    const { known } = this
    const now = seenOf(scroller)
    this.known = { ...now, scrollTop: known.scrollTop }
    return (
      now.scrollHeight === known.scrollHeight &&
      now.clientWidth === known.clientWidth &&
      now.clientHeight === known.clientHeight &&
      Math.abs(now.scrollTop - known.scrollTop) >= 1
    )
  }
}

const seenOf = ({ scrollTop, scrollHeight, clientWidth, clientHeight }: Seen): Seen => ({
  ...{ scrollTop, scrollHeight, clientWidth, clientHeight },
})

/** How far below the top a place of this height stands when it is seen whole; its beginning, when it is too tall. */
function inView(below: number, height: number, room: number): number {
  if (height > room - 2 * margin) return margin
  return Math.min(Math.max(below, margin), room - margin - height)
}
