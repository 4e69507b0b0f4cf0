import { watch } from 'vue'
import { useSession } from '../stores/session'
import { useFinding } from './finding-store'

/**
 * Opens the search index of the bundle when the window has been painted and has nothing else to do, so that the first
 * letter typed is answered at once. Who focuses the field before that opens it themselves. Another bundle ends the
 * waiting for this one.
 */
export function useIdleOpening(): void {
  const session = useSession()
  const finding = useFinding()
  watch(
    () => session.bundle,
    (bundle, _, onCleanup) => {
      if (bundle === null) return
      let idle = 0
      const forget = whenPainted(() => (idle = requestIdleCallback(() => finding.start())))
      onCleanup(() => {
        forget()
        cancelIdleCallback(idle)
      })
    },
    { immediate: true },
  )
}

/** Calls once `<html data-ready="true">` says that the page is on the screen. Returns what ends the waiting. */
function whenPainted(call: () => void): () => void {
  const root = document.documentElement
  const observer = new MutationObserver(look)
  function look(): void {
    if (root.dataset['ready'] !== 'true') return
    observer.disconnect()
    call()
  }
  observer.observe(root, { attributeFilter: ['data-ready'] })
  look()
  return () => observer.disconnect()
}
