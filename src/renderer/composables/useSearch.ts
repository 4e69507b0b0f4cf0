import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Found } from '../../search'
import type { Failure } from '../../shared/failure'
import { SearchClient } from '../search/search-client'
import { useSession } from '../stores/session'

/** Search as the reader types: the newest answer, in whatever state the index is. */
export function useSearch() {
  const session = useSession()
  const text = ref('')
  const found = shallowRef<Found | null>(null)
  const answered = ref('')
  const milliseconds = ref(0)
  const state = ref<'resting' | 'loading' | 'ready'>('resting')
  const failure = shallowRef<Failure | null>(null)
  let client: SearchClient | null = null

  /** Starts the worker and the reading of the index; called when the field gets the focus. After a failure it is tried again. */
  function start(): void {
    if (client !== null || session.bundle === null) return
    state.value = 'loading'
    failure.value = null
    client = new SearchClient(session.bundle, {
      ready: () => (state.value = 'ready'),
      failed: (said) => {
        stop()
        failure.value = said
      },
      found: (asked, hits, took) => {
        found.value = hits
        answered.value = asked
        milliseconds.value = took
      },
    })
    if (text.value.trim() !== '') client.find(text.value)
  }

  function stop(): void {
    client?.close()
    client = null
    found.value = null
    failure.value = null
    state.value = 'resting'
  }

  watch(text, (now) => {
    if (now.trim() === '') found.value = null
    else {
      start()
      client?.find(now)
    }
  })
  // Questions that were asked while the index was read are answered by what was there then: ask once more.
  watch(state, (now) => {
    if (now === 'ready' && text.value.trim() !== '') client?.find(text.value)
  })
  watch(() => session.bundle, stop)
  onScopeDispose(stop)

  return { text, found, answered, milliseconds, state, failure, start }
}
