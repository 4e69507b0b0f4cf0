import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'

/** The width of an element in pixels, kept up to date; that of the window until it is there. */
export function useWidth(element: Readonly<ShallowRef<HTMLElement | null>>): Readonly<ShallowRef<number>> {
  const width = shallowRef(window.innerWidth)
  const observer = new ResizeObserver(([entry]) => {
    width.value = entry?.contentRect.width ?? width.value
  })
  watch(element, (now) => now && observer.observe(now), { flush: 'post', immediate: true })
  onBeforeUnmount(() => observer.disconnect())
  return width
}
