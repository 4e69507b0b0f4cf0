import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { longestKept, mostPinned, mostRecent, noSearches, type Searches } from '../../shared/searches'
import { app } from '../bridge'
import { useSession } from '../stores/session'

/** The recent and the pinned searches in the open bundle, kept by main. Pinned ones are not listed as recent too. */
export const useRememberedSearches = defineStore('rememberedSearches', () => {
  const session = useSession()
  const searches = shallowRef<Searches>(noSearches)

  watch(
    () => session.bundle?.id ?? null,
    async (bundle) => {
      searches.value = noSearches
      if (bundle === null) return
      const read = session.valueOf(await app.getSearches(null))
      if (read !== null && session.bundle?.id === bundle) searches.value = read
    },
    { immediate: true },
  )

  function change(now: Searches): void {
    searches.value = now
    const bundle = session.bundle?.id
    if (bundle === undefined) return
    const plain = { recent: [...now.recent], pinned: [...now.pinned] }
    void app.saveSearches({ bundle, searches: plain }).then(session.valueOf)
  }

  const without = (all: readonly string[], query: string): string[] => all.filter((one) => one !== query)
  const isKept = (query: string): boolean => query !== '' && query.length <= longestKept

  /** Remembers a search that led somewhere. */
  function add(asked: string): void {
    const query = asked.trim()
    const { recent, pinned } = searches.value
    if (!isKept(query) || pinned.includes(query)) return
    change({ recent: [query, ...without(recent, query)].slice(0, mostRecent), pinned })
  }

  /** Pins a search, or lets go of one that is pinned: then it is a recent one. */
  function togglePin(asked: string): void {
    const query = asked.trim()
    const { recent, pinned } = searches.value
    if (!isKept(query)) return
    if (pinned.includes(query)) {
      change({ recent: [query, ...recent].slice(0, mostRecent), pinned: without(pinned, query) })
    } else {
      change({ recent: without(recent, query), pinned: [query, ...pinned].slice(0, mostPinned) })
    }
  }

  return {
    recent: computed(() => searches.value.recent),
    pinned: computed(() => searches.value.pinned),
    add,
    togglePin,
    /** Forgets the recent searches; pinned ones stay. */
    forget: () => change({ ...searches.value, recent: [] }),
  }
})
