import { computed, shallowRef, type ComputedRef } from 'vue'
import { useMediaQuery } from '../composables/useMediaQuery'

/** What the reader chose for the pages of documents; null while these follow the window. */
const chosen = shallowRef<'light' | 'dark' | null>(null)

/** Whether PDF and HTML pages are shown dark: as the window is, unless the reader has switched. */
export function usePageTone(): { readonly isDark: ComputedRef<boolean>; readonly toggle: () => void } {
  const windowIsDark = useMediaQuery('(prefers-color-scheme: dark)')
  const isDark = computed(() => (chosen.value === null ? windowIsDark.value : chosen.value === 'dark'))
  return { isDark, toggle: () => (chosen.value = isDark.value ? 'light' : 'dark') }
}
