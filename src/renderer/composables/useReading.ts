import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Loaded } from '../content/content'
import type { Reading } from '../content/reading'
import { painting } from './painted'

/**
 * Reads something whenever its key changes. The newest key wins. What was open stays until the next is there, so that
 * nothing flickers; `null` means that there is nothing to read.
 */
export function useReading<Key, Value>(
  key: () => Key | null,
  load: (key: Key) => Loaded<Value>,
): Readonly<ShallowRef<Reading<Value>>> {
  const reading = shallowRef<Reading<Value>>({ is: 'empty' })
  let latest = 0
  watch(
    key,
    (now) => {
      const turn = ++latest
      if (now === null) {
        reading.value = { is: 'empty' }
        return
      }
      if (reading.value.is !== 'open') reading.value = { is: 'opening' }
      const done = painting()
      void load(now)
        .then((outcome) => {
          if (turn !== latest) return
          reading.value = outcome.ok
            ? { is: 'open', value: outcome.value }
            : { is: 'failed', failure: outcome.failure }
        })
        .finally(done)
    },
    { immediate: true },
  )
  onScopeDispose(() => latest++)
  return reading
}
