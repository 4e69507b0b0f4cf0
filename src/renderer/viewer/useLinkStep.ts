import { nextTick } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * Makes a link within a document a step of the history, of the same route: back leads to where it was followed, as in other
 * readers. `isFollowing` is true while the step is made, which is no reason to show the chosen place again.
 */
export function useLinkStep(): { readonly isFollowing: () => boolean; readonly step: () => Promise<void> } {
  const route = useRoute()
  const router = useRouter()
  let following = 0
  return {
    isFollowing: () => following > 0,
    step: async () => {
      following++
      const { path, query } = route
      try {
        await router.push({ path, query, force: true })
        await nextTick()
      } finally {
        following--
      }
    },
  }
}
