import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { BundleId, BundleInfo } from '../../bundle'
import type { ShelfBundle } from '../../shared/contract'
import { app } from '../bridge'
import { useSession } from './session'

/** The bundles that the reader has. Read when first asked for, and again whenever another is open. */
export const useShelf = defineStore('shelf', () => {
  const session = useSession()
  const bundles = shallowRef<readonly ShelfBundle[]>([])
  let isRead = false

  /** Asks main which there are; it opens them all. */
  async function read(): Promise<void> {
    isRead = true
    const said = session.valueOf(await app.listBundles(null))
    if (said !== null) bundles.value = said
  }

  watch(
    () => session.bundle,
    () => void (isRead && read()),
  )

  /** Those beside the open one that are searched with it. */
  const beside = computed<readonly BundleInfo[]>(() =>
    bundles.value.flatMap((one) => (one.is === 'beside' ? [one.bundle] : [])),
  )

  /** All that are searched, the open one first. */
  const searched = computed<readonly BundleInfo[]>(() => [
    ...(session.bundle === null ? [] : [session.bundle]),
    ...beside.value.filter(({ id }) => id !== session.bundle?.id),
  ])

  return {
    searched,
    bundles: computed(() => bundles.value),
    /** Those that are not searched: they cannot be read, or the reader has to look at them first. */
    unsearched: computed(() => bundles.value.filter(({ is }) => is === 'failed' || is === 'doubted')),
    read,
    /** The title of one of them; its id when it is none. */
    titleOf: (id: string): string => searched.value.find((one) => one.id === id)?.title ?? id,
    /** The title of a condition page by its id, in the open bundle or the first beside it that has one; else its id. */
    conditionTitle: (id: string): string =>
      searched.value.flatMap(({ conditions }) => conditions).find((one) => one.id === id)?.title ?? id,
    /** Takes one off the list. */
    forget: async (bundle: BundleId): Promise<void> => {
      const said = session.valueOf(await app.forgetBundle({ bundle }))
      if (said !== null) bundles.value = said
    },
  }
})
