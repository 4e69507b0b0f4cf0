import { computed } from 'vue'
import type { BundleInfo } from '../../bundle'
import { Content } from '../content/content'
import { useSession } from '../stores/session'

/** The reader of the bundle that was opened last. A bundle of the same id in another version is another bundle. */
let last: { readonly bundle: BundleInfo; readonly content: Content } | null = null

/** The content of the open bundle; one reader per bundle, so that what was read is kept. */
export function useContent() {
  const session = useSession()
  return computed<Content | null>(() => {
    const { bundle } = session
    if (bundle === null) return null
    if (last?.bundle !== bundle) last = { bundle, content: new Content(bundle.id) }
    return last.content
  })
}
