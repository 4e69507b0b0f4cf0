import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import { comparedIn } from '../../composables/compare-route'
import { copyIn } from '../../copies/copy-route'
import { useBundleRoute } from '../../composables/useBundleRoute'
import { provideText } from './text-context'

/** Text outside the desk: nothing is selected in it but, in a source, a passage; its links lead to other pages. */
export function provideReadingText(selectedPassage: ComputedRef<string | null> = computed(() => null)): void {
  const to = useBundleRoute()
  const route = useRoute()
  provideText({
    selectedStatement: computed(() => null),
    selectedPassage,
    statement: (statement) => ({ query: { statement } }),
    passage: (passage) => ({ query: { passage, ...copyIn(route.query), ...comparedIn(route.query) } }),
    source: (id) => to(`/sources/${id}`),
    page: to,
    findings: () => [],
  })
}
