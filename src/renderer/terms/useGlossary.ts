import {
  computed,
  inject,
  provide,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue'
import type { Term } from '../../bundle'
import type { Content } from '../content/content'
import { useContent } from '../composables/useContent'

/** The terms of each bundle that was asked for, so that a hundred marked words ask for its glossary once. */
const asked = new WeakMap<Content, ShallowRef<readonly Term[]>>()

const plainKey: InjectionKey<true> = Symbol('plain')
const none: readonly Term[] = []

/** Leaves the words below unexplained: on paper nothing opens. */
export const providePlainWords = (): void => provide(plainKey, true)

/** The terms of the open bundle; none until they are read, and none where they cannot be: words then go unexplained. */
export function useGlossary(): ComputedRef<readonly Term[]> {
  const isPlain = inject(plainKey, false)
  const content = useContent()
  return computed(() => (content.value === null || isPlain ? none : termsOf(content.value).value))
}

/** Begins to read a bundle's glossary, so that the words of the first page need not be marked a second time. */
export const readGlossary = (content: Content): void => void termsOf(content)

function termsOf(content: Content): ShallowRef<readonly Term[]> {
  const known = asked.get(content)
  if (known !== undefined) return known
  const terms = shallowRef(none)
  asked.set(content, terms)
  void content.glossary().then((outcome) => {
    if (outcome.ok) terms.value = outcome.value.terms
  })
  return terms
}
