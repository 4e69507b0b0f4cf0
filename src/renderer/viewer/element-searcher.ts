import { onScopeDispose, shallowRef, watch } from 'vue'
import { findRanges, paint } from '../composables/find-ranges'
import { noSearch, type Searcher } from './searcher'

/**
 * Finds words in what an element shows, our own or one of a document in a frame. Text that comes and goes while the
 * search is open is looked through again: ranges in what is gone would mark nothing.
 */
export function useElementSearcher(root: () => HTMLElement | null, focus: () => void): Searcher {
  const progress = shallowRef(noSearch)
  const owner = Symbol('find')
  let text = ''
  let ranges: readonly Range[] = []
  let at = 0
  const observer = new MutationObserver(() => find(at))

  function search(wanted: string): void {
    text = wanted
    observe()
    find(0)
  }

  function observe(): void {
    const element = root()
    observer.disconnect()
    if (text !== '' && element !== null)
      observer.observe(element, { childList: true, characterData: true, subtree: true })
  }

  function find(wanted: number): void {
    const element = root()
    ranges = element === null ? [] : findRanges(element, text)
    at = Math.min(wanted, Math.max(0, ranges.length - 1))
    show()
  }

  function show(): void {
    const now = ranges[at]
    paint('find', owner, ranges)
    paint('find-current', owner, now === undefined ? [] : [now])
    progress.value = { current: now === undefined ? 0 : at + 1, total: ranges.length, isLooking: false }
    now?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  }

  watch(root, () => {
    observe()
    if (text !== '') find(at)
  })
  onScopeDispose(() => {
    observer.disconnect()
    for (const name of ['find', 'find-current']) paint(name, owner, [])
  })

  return {
    progress,
    search,
    step: (by) => {
      if (ranges.length === 0) return
      at = (at + by + ranges.length) % ranges.length
      show()
    },
    close: () => search(''),
    focus,
  }
}
