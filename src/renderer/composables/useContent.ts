import { computed } from 'vue'
import { Content } from '../content/content'
import { useSession } from '../stores/session'

let content: Content | null = null

/** The content of the open bundle; one reader per bundle, so that what was read is kept. */
export function useContent() {
  const session = useSession()
  return computed<Content | null>(() => {
    const id = session.bundle?.id
    if (id === undefined) return null
    // A bundle of the same id in another version is another session, so it gets a reader of its own.
    if (content === null || content.bundle !== id || openedAs !== session.bundle) {
      content = new Content(id)
      openedAs = session.bundle
    }
    return content
  })
}

let openedAs: unknown = null
