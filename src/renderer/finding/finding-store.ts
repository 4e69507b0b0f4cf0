import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { BundleId } from '../../bundle'
import type { Found, RowKind } from '../../search'
import { useCopyTexts } from '../copies/copy-texts'
import type { Failure } from '../../shared/failure'
import { SearchClient } from '../search/search-client'
import { useSession } from '../stores/session'
import { useShelf } from '../stores/shelf'
import { readQuery } from './query-words'
import { SearchedBundles } from './searched-bundles'

/** What was found for a query. */
export interface Answer {
  /** The query as the reader has it, page and all. */
  readonly query: string
  readonly found: Found
  readonly milliseconds: number
  /** Parts of the index are still to come; a fuller answer follows. */
  readonly isPartial: boolean
}

/** So many hits are shown first; a group that is opened asks for more. */
const firstLimit = 60
const growth = 4
const mostHits = 4_000

/**
 * The one search of the window: the field asks it as the reader types, the page of results shows all of it, and the bar
 * of hits steps through it. Its worker starts when something is first asked.
 */
export const useFinding = defineStore('finding', () => {
  const session = useSession()
  const shelf = useShelf()
  const copies = useCopyTexts()
  const query = ref('')
  const kept = ref('')
  const names = ref(true)
  const limit = ref(firstLimit)
  const opened = shallowRef<ReadonlySet<RowKind>>(new Set())
  const answer = shallowRef<Answer | null>(null)
  const state = ref<'resting' | 'loading' | 'ready'>('resting')
  const failure = shallowRef<Failure | null>(null)
  /** Bundles beside the open one whose index cannot be used. */
  const unusable = shallowRef<readonly BundleId[]>([])
  let client: SearchClient | null = null
  let searched: SearchedBundles | null = null
  /** What was asked last: the reader may have typed on before the answer comes. */
  let asking = ''

  /** Starts the worker and the reading of the index; after a failure it is tried again. */
  function start(): void {
    if (client !== null || session.bundle === null) return
    state.value = 'loading'
    failure.value = null
    client = new SearchClient({
      ready: () => (state.value = 'ready'),
      failed: (said, bundle) => {
        if (bundle !== null && bundle !== session.bundle?.id) unusable.value = [...unusable.value, bundle]
        else {
          stop()
          failure.value = said
        }
      },
      found: (_text, found, milliseconds, isPartial) => {
        // A part of the index that has nothing does not say that there is nothing.
        if (isPartial && found.total === 0) return
        answer.value = { query: asking, found, milliseconds, isPartial }
      },
      copyLost: (sha256) => void copies.indexLost(sha256),
      copyRebuilt: (sha256, index) => void copies.indexRebuilt(sha256, index),
    })
    searched = new SearchedBundles(client)
    searchBundles()
    searchCopies()
    void shelf.read()
  }

  /** The open bundle first: what the reader most likely looks for can be found before the others are read. */
  function searchBundles(anew: BundleId | null = null): void {
    if (session.bundle === null) return stop()
    searched?.are(shelf.searched, anew)
  }

  /** The reader's own copies are searched with the bundles, as soon as they are known and can be. */
  function searchCopies(): void {
    for (const [bundle, searchable] of copies.searchable) client?.setCopies(bundle, searchable)
  }

  function stop(): void {
    client?.close()
    client = null
    searched = null
    unusable.value = []
    answer.value = null
    failure.value = null
    state.value = 'resting'
  }

  function ask(): void {
    const { text, page, isEmpty } = readQuery(query.value)
    if (isEmpty) {
      answer.value = null
      return client?.cancel()
    }
    start()
    asking = query.value
    const here = session.bundle?.id ?? ''
    client?.find(text, {
      ...{ limit: limit.value, names: names.value },
      excerpts: opened.value.size === 0 ? 'listed' : 'all',
      // A page of the same path may be in other bundles too.
      ...(page === null ? {} : { page, filters: { bundle: [here] } }),
    })
  }

  // At once, so that the new question is never asked with what was opened of the old one.
  watch(
    query,
    () => {
      limit.value = firstLimit
      opened.value = new Set()
    },
    { flush: 'sync' },
  )
  watch([query, names, limit, opened], ask)
  watch(() => copies.searchable, searchCopies)
  watch(
    () => [session.bundle, shelf.searched] as const,
    // What an author saved is other content under the same name and version.
    ([bundle], [before]) =>
      searchBundles(session.preview === null || bundle === before ? null : (bundle?.id ?? null)),
  )

  /** Shows all hits of a kind, and asks for those that were not handed out. */
  function open(kind: RowKind): void {
    opened.value = new Set([...opened.value, kind])
    const found = answer.value?.found
    const here = found?.hits.filter(({ row }) => row.kind === kind).length ?? 0
    if (here < (found?.counts[kind] ?? 0)) limit.value = Math.min(mostHits, limit.value * growth)
  }

  return {
    /** What is asked now; changing it asks. */
    query,
    /** The query whose hits the reader steps through; empty when there is none. It stays while they look around. */
    kept,
    /** False when the other names of what the query names are not searched. */
    names,
    /** The newest answer; it may be to what was asked a letter ago. */
    answer: computed(() => answer.value),
    /** The kinds of which all hits are shown. */
    opened: computed(() => opened.value),
    state: computed(() => state.value),
    failure: computed(() => failure.value),
    /** The titles of the bundles that are searched, the open one first. */
    searchedIn: computed<readonly string[]>(() =>
      shelf.searched.filter(({ id }) => !unusable.value.includes(id)).map(({ title }) => title),
    ),
    /** Titles and file names of the reader's bundles that are not searched. */
    unsearched: computed<readonly string[]>(() => [
      ...shelf.unsearched.map((one) => (one.is === 'doubted' ? one.bundle.title : one.file)),
      ...unusable.value.map(shelf.titleOf),
    ]),
    start: () => {
      start()
      if (answer.value === null) ask()
    },
    open,
    /** Keeps a query to step through its hits. */
    keep: (text: string) => {
      kept.value = text
      query.value = text
    },
    /** Ends the stepping through hits. */
    letGo: () => {
      kept.value = ''
      query.value = ''
    },
  }
})
