import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { BundleId } from '../../bundle'
import type { ListedCopy, OwnCopy } from '../../shared/contract'
import { app } from '../bridge'
import { painted } from '../composables/painted'
import { i18n } from '../i18n'
import { useSession } from '../stores/session'
import { useShelf } from '../stores/shelf'
import type { CopyPlace } from './copy-rows'
import { inShort } from './page-list'
import { ReadingQueue, type Progress } from './reading-queue'
import { keepIndex } from './send-copy'

/** Files shorter than this, in pages, are read before a screen reader could say how far that is. */
const longFile = 100

/** Copies by the bundle whose sources they are of, the open one first. */
type Listed = ReadonlyMap<BundleId, readonly ListedCopy[]>

/**
 * The reader's own copies of sources of the bundles that are searched, and what becomes of their text: main keeps both, this store
 * asks for them, reads what waits and says what can be searched. Outlives every screen.
 */
export const useCopyTexts = defineStore('copyTexts', () => {
  const { t } = i18n.global
  const session = useSession()
  const shelf = useShelf()
  const listed = shallowRef<Listed>(new Map())
  const all = computed(() => [...listed.value.values()].flat())
  const progress = shallowRef<Progress | null>(null)
  const waiting = shallowRef<readonly OwnCopy[]>([])
  /** Copies whose index was not what it should be; a second time there is something wrong that reading does not mend. */
  const mended = new Set<string>()
  let turn = 0

  const queue = new ReadingQueue({
    read: async (copy, told, signal) => {
      const { readCopy } = await import('./read-copy')
      return readCopy(copy, told, signal)
    },
    keep: async ({ sha256 }, { index, unread }) => {
      const kept = await keepIndex(sha256, index, unread)
      if (!kept.ok) session.tell(kept.failure)
      return kept.ok
    },
    note: async ({ sha256 }, text) => void session.valueOf(await app.noteCopyText({ sha256, text })),
    changed: () => {
      progress.value = queue.progress
      waiting.value = queue.waiting
    },
    ended: ({ name }, reading) => {
      if (reading.is === 'read' && reading.unread.length > 0) {
        const pages = inShort(reading.unread)
        session.say(t('copy.text.ended.inPart', { name, pages }, reading.unread.length))
      } else if (reading.is !== 'gone') void session.announce(t(`copy.text.ended.${reading.is}`, { name }))
      void refresh()
    },
  })

  /** A copy as main knew it last. */
  const known = (sha256: string): OwnCopy | undefined =>
    all.value.find(({ copy }) => copy.sha256 === sha256)?.copy

  /** Asks main again which copies there are. The newest answer counts. */
  async function refresh(): Promise<void> {
    const mine = ++turn
    const found = new Map<BundleId, readonly ListedCopy[]>()
    for (const bundle of listed.value.keys()) found.set(bundle, []) // those that have gone have none
    const seen = new Set<string>()
    for (const { id } of shelf.searched) {
      const reply = await app.listCopies({ bundle: id })
      if (mine !== turn) return
      // A bundle whose records cannot be read says so where it is read. A copy that two bundles cite is the first one's.
      const copies = (reply.ok ? reply.value : []).filter(({ copy }) => !seen.has(copy.sha256))
      for (const { copy } of copies) seen.add(copy.sha256)
      found.delete(id)
      found.set(id, copies)
    }
    listed.value = found
    queue.set(all.value.flatMap(({ copy }) => (copy.isThere && copy.text === 'waiting' ? [copy] : [])))
  }

  /** Reads the text of a copy, though it was stopped or could not be read before. */
  async function makeSearchable(sha256: string): Promise<void> {
    queue.retry(sha256)
    session.valueOf(await app.noteCopyText({ sha256, text: 'waiting' }))
    await refresh()
  }

  async function stop(copies: readonly OwnCopy[]): Promise<void> {
    for (const copy of copies) await queue.stop(copy)
    session.say(t('copy.text.stopped', copies.length))
    await refresh()
  }

  // Never before the page is there.
  watch(
    () => shelf.searched,
    () => void painted().then(refresh),
    { immediate: true },
  )

  /** Every quarter of a long file is enough to hear. */
  watch(
    () =>
      progress.value === null ? 0 : Math.floor((4 * progress.value.page) / Math.max(1, progress.value.of)),
    (quarter, before) => {
      const now = progress.value
      if (now !== null && now.of >= longFile && quarter > before && quarter < 4)
        void session.announce(t('copy.text.readingOf', { name: now.copy.name, page: now.page, of: now.of }))
    },
  )

  function placeOf({ copy: { sha256, name, isThere, text }, ...of }: ListedCopy): CopyPlace[] {
    if (!isThere || text !== 'read') return []
    return [{ ...of, sha256, where: t('copy.hit', { page: '{page}', name }) }]
  }

  return {
    /** What is being read now. */
    progress: computed(() => progress.value),
    /** What waits to be read, the next one first. */
    waiting: computed(() => waiting.value),
    /** The copies that can be searched, with where they stand in each bundle. */
    searchable: computed<ReadonlyMap<BundleId, readonly CopyPlace[]>>(
      () => new Map([...listed.value].map(([bundle, copies]) => [bundle, copies.flatMap(placeOf)])),
    ),
    /** What has become of the text of a copy, newer than the copy itself knows. */
    textOf: (copy: OwnCopy): Pick<OwnCopy, 'text' | 'unread'> => known(copy.sha256) ?? copy,
    /** Looks again after a copy was attached or removed. */
    changed: async (attached: OwnCopy | null) => {
      if (attached !== null) queue.retry(attached.sha256)
      await refresh()
    },
    makeSearchable,
    stop,
    /** The index of a copy cannot be used: it is made again, once. */
    indexLost: async (sha256: string) => {
      const isFirst = !mended.has(sha256)
      mended.add(sha256)
      if (isFirst) return makeSearchable(sha256)
      session.valueOf(await app.noteCopyText({ sha256, text: 'stopped' }))
      await refresh()
    },
    /** The index of a copy was made anew by today's rules. */
    indexRebuilt: async (sha256: string, index: Uint8Array) => {
      // Where it cannot be kept the old one stays, and is made anew at the next start too.
      await keepIndex(sha256, index, known(sha256)?.unread ?? [])
    },
  }
})
