/**
 * Calls once the page is on the screen (`<html data-ready="true">`) and the window has nothing else to do. Returns what
 * ends the waiting.
 *
 * @param after waits so long after the page was painted, in milliseconds
 */
export function whenIdle(call: () => void, after = 0): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle = 0
  const wait = (): void => void (idle = requestIdleCallback(call))
  const forget = whenPainted(() => {
    if (after === 0) wait()
    else timer = setTimeout(wait, after)
  })
  return () => {
    forget()
    clearTimeout(timer)
    cancelIdleCallback(idle)
  }
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
