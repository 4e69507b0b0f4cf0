import { computed } from 'vue'
import { useSettings } from '../stores/settings'
import { widthFor, type Layout } from './layout-width'
import { useMediaQuery } from './useMediaQuery'

/**
 * The layout for the window's width and the size of text (design: from 1400 px three panes, from 1000 px two, below one; wider
 * as text grows).
 */
export function useLayout() {
  const settings = useSettings()
  const from = (layout: 'wide' | 'middle'): string =>
    `(min-width: ${widthFor(layout, settings.current.textSize)}px)`
  const wide = useMediaQuery(() => from('wide'))
  const middle = useMediaQuery(() => from('middle'))
  return computed<Layout>(() => (wide.value ? 'wide' : middle.value ? 'middle' : 'narrow'))
}
