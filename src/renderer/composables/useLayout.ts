import { useMediaQuery } from './useMediaQuery'
import { computed } from 'vue'

/** How much room there is: three panes beside the contents, two, or one. */
export type Layout = 'wide' | 'middle' | 'narrow'

/** The layout for the window's width (design: from 1400 px three panes, from 1000 px two, below one). */
export function useLayout() {
  const wide = useMediaQuery('(min-width: 1400px)')
  const middle = useMediaQuery('(min-width: 1000px)')
  return computed<Layout>(() => (wide.value ? 'wide' : middle.value ? 'middle' : 'narrow'))
}
