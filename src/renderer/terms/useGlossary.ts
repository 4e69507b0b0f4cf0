import { inject, provide, shallowRef, watch, type InjectionKey, type ShallowRef } from 'vue'
import type { Term } from '../../bundle'
import type { Content } from '../content/content'
import { useContent } from '../composables/useContent'

/** The terms of each bundle that was read, so that a hundred marked words ask for its glossary once. */
const read = new WeakMap<Content, Promise<readonly Term[]>>()

const plainKey: InjectionKey<true> = Symbol('plain')

/** Leaves the words below unexplained: on paper nothing opens. */
export const providePlainWords = (): void => provide(plainKey, true)

/** The terms of the open bundle; none until they are read, and none where they cannot be: words then go unexplained. */
export function useGlossary(): Readonly<ShallowRef<readonly Term[]>> {
  const isPlain = inject(plainKey, false)
  const content = useContent()
  const terms = shallowRef<readonly Term[]>([])
  watch(
    content,
    async (from) => {
      const found = from === null || isPlain ? [] : await termsOf(from)
      if (content.value === from) terms.value = found
    },
    { immediate: true },
  )
  return terms
}

function termsOf(content: Content): Promise<readonly Term[]> {
  const known = read.get(content)
  if (known !== undefined) return known
  const reading = content.glossary().then((outcome) => (outcome.ok ? outcome.value.terms : []))
  read.set(content, reading)
  return reading
}
