import { nextTick, onBeforeUnmount, watch } from 'vue'
import { useRoute } from 'vue-router'
import { marksIn } from '../../search'
import { wordsIn } from '../finding/query-words'
import { paint, rangeIn, textIn } from './find-ranges'
import { queryText } from './query-text'

/**
 * Marks in what is shown the words that a search was for (`?q=`), and brings the place that was chosen on screen: the
 * block (`?block=`), else what is selected, else the first mark. The words stay in the route, so that back and the next
 * start mark them too.
 */
export function useMarks(root: () => HTMLElement | null, shown: () => unknown): void {
  const route = useRoute()
  const owner = Symbol('marks')
  let landed: HTMLElement | null = null

  /** The block itself is seen too: a search may have had no words, only field words. */
  function land(place: HTMLElement | null): void {
    landed?.removeAttribute('data-landing')
    landed = place
    landed?.setAttribute('data-landing', '')
  }

  watch(
    () => [queryText(route.query['q']), queryText(route.query['block']), shown(), root()] as const,
    async ([q, block]) => {
      await nextTick()
      const element = root()
      if (element === null) return paint('search', owner, [])
      const place =
        block === undefined ? null : element.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`)
      place?.scrollIntoView({ block: 'center' })
      land(place)
      const selected = element.querySelector<HTMLElement>('[aria-current="true"]')
      const ranges = q === undefined ? [] : marksNear(element, place, selected, q)
      paint('search', owner, ranges)
      if (place === null && selected === null) startOf(ranges)?.scrollIntoView({ block: 'nearest' })
    },
    { immediate: true, flush: 'post' },
  )
  onBeforeUnmount(() => {
    paint('search', owner, [])
    land(null)
  })
}

/** Marks at the place that was chosen, so that a common word does not colour the page; all over it when none is there. */
function marksNear(
  element: HTMLElement,
  place: HTMLElement | null,
  selected: HTMLElement | null,
  query: string,
): Range[] {
  const near = place === null ? [selected ?? element] : sectionFrom(place)
  const ranges = near.flatMap((one) => marksOf(one, query))
  return ranges.length > 0 ? ranges : marksOf(element, query)
}

/** A block, and when it is a heading what stands under it. */
function sectionFrom(place: HTMLElement): HTMLElement[] {
  const section = [place]
  if (!/^H\d$/.test(place.tagName)) return section
  for (
    let next = place.nextElementSibling;
    next !== null && !/^H\d$/.test(next.tagName);
    next = next.nextElementSibling
  ) {
    section.push(next as HTMLElement)
  }
  return section
}

const marksOf = (element: HTMLElement, query: string): Range[] =>
  marksIn(textIn(element), wordsIn(query)).flatMap(({ start, end }) => rangeIn(element, start, end) ?? [])

const startOf = (ranges: readonly Range[]): Element | null | undefined =>
  ranges[0]?.startContainer.parentElement
