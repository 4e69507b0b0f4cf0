import { nextTick, readonly, shallowRef } from 'vue'
import { textPainted } from '../../shared/marks'
import { frame } from './painted'

const isThere = shallowRef(false)

/**
 * True once the text that the window starts on is on screen. What stands beside it waits for that: drawn together, the
 * text would come as late as all of it.
 */
export const isFirstPictureThere = readonly(isThere)

/** Waits until what is mounted is on screen, marks the time, and draws the rest. */
export async function drawRest(): Promise<void> {
  await frame()
  // A frame calls before it paints, a task that follows it comes after.
  await new Promise((resolve) => setTimeout(resolve))
  performance.mark(textPainted)
  isThere.value = true
  await nextTick()
}
