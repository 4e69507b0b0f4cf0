import { nextTick } from 'vue'

/** How many things are on their way to the screen. */
let underWay = 0

/** Once this much time has passed without a frame, the window is hidden and will not paint. In milliseconds. */
const longestFrame = 250

/**
 * Says that something is being read for the screen; call what it returns when it is there. When nothing is under way
 * and the page has been painted, `<html data-ready="true">` says so to tests, to `--capture` and to printing.
 */
export function painting(): () => void {
  underWay++
  document.documentElement.dataset['ready'] = 'false'
  let open = true
  return () => {
    if (!open) return
    open = false
    underWay--
    if (underWay === 0) void sayWhenPainted()
  }
}

/** Resolves once nothing is under way and the page has been painted. */
export async function painted(): Promise<void> {
  do {
    await nextTick()
    await frame()
  } while (document.documentElement.dataset['ready'] !== 'true')
}

async function sayWhenPainted(): Promise<void> {
  await nextTick()
  await frame()
  await frame()
  if (underWay === 0) document.documentElement.dataset['ready'] = 'true'
}

/** Resolves when the next frame is about to be painted; soon all the same in a window that paints none. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestFrame)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
