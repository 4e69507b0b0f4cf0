import { computed, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Hit } from '../../search'
import { painted } from '../composables/painted'
import { focusLanding } from '../composables/pane-focus'
import { useLayout } from '../composables/useLayout'
import { routeOf } from '../router'
import { useSession } from '../stores/session'
import { useSettings } from '../stores/settings'
import { useFinding } from './finding-store'
import { hitAt, paneOf, placeOf } from './hit-places'
import { keptOf, pagePathIn, withPage } from './query-words'
import { useRememberedSearches } from './remembered-searches'

/** The hit that was gone to last; one for the window. */
const last = shallowRef<Hit | null>(null)

/** The hits of the query that is kept, where the reader is among them, and how to go to one. */
export function useHits() {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const settings = useSettings()
  const finding = useFinding()
  const remembered = useRememberedSearches()
  const layout = useLayout()

  const answer = computed(() =>
    finding.kept !== '' && finding.answer?.query === finding.kept ? finding.answer : null,
  )
  const hits = computed<readonly Hit[]>(() => answer.value?.found.hits ?? [])
  const at = computed(() => {
    const bundle = session.bundle?.id ?? ''
    if (route.params['bundle'] !== bundle) return -1
    const before = last.value === null ? -1 : hits.value.findIndex((hit) => isSame(hit, last.value))
    return hitAt(hits.value, bundle, route.path.slice(bundle.length + 1) || '/', route.query, before)
  })

  /** Goes to a hit of an answer to a query: its place on screen, its words marked, the focus on it. */
  async function go(hit: Hit, query: string, asked: string): Promise<void> {
    // The spelling that was found, so that its words are marked and the same hits are found again.
    const words = keptOf(withPage(asked, pagePathIn(query)))
    last.value = hit
    finding.keep(words)
    remembered.add(query)
    const pane = paneOf(hit.row)
    if (pane !== null && layout.value === 'wide' && !settings.current.panes[pane]) settings.togglePane(pane)
    await router.push(routeOf(hit.bundle, placeOf(hit.row, words, layout.value)))
    await painted()
    // Unless the reader went on meanwhile, or searches again already.
    const isSearching = document.querySelector('[data-search].open') !== null
    if (last.value === hit && !isSearching) focusLanding(hit.row.kind)
  }

  /** Goes to the next (1) or the previous (-1) hit, from the first to the last round again. */
  async function step(by: 1 | -1): Promise<void> {
    const count = hits.value.length
    if (count === 0 || answer.value === null) return
    const before = hits.value.findIndex((hit) => isSame(hit, last.value))
    const from = at.value === -1 ? before : at.value
    const next = hits.value[from === -1 ? (by === 1 ? 0 : count - 1) : (from + by + count) % count]
    if (next !== undefined) await go(next, finding.kept, answer.value.found.asked)
  }

  return { hits, at, answer, go, step }
}

const isSame = (one: Hit, other: Hit | null): boolean =>
  other !== null &&
  one.bundle === other.bundle &&
  one.row.path === other.row.path &&
  one.row.text === other.row.text
