import { shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'

/** Whether a media query holds, kept up to date when the window or the query changes. */
export function useMediaQuery(query: MaybeRefOrGetter<string>): Readonly<ShallowRef<boolean>> {
  const matches = shallowRef(false)
  watch(
    () => toValue(query),
    (text, _before, onCleanup) => {
      const list = window.matchMedia(text)
      const update = (): void => {
        matches.value = list.matches
      }
      update()
      list.addEventListener('change', update)
      onCleanup(() => list.removeEventListener('change', update))
    },
    { immediate: true, flush: 'sync' },
  )
  return matches
}
