import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { Finding } from '../../../bundle'

/** What text needs from the pane that shows it: what is selected, and where its parts lead. */
export interface TextContext {
  readonly selectedStatement: ComputedRef<string | null>
  readonly selectedPassage: ComputedRef<string | null>
  /** The route that selects a statement, a passage, or opens a source or a page. */
  readonly statement: (id: string) => RouteLocationRaw
  readonly passage: (id: string) => RouteLocationRaw
  readonly source: (id: string) => RouteLocationRaw
  readonly page: (path: string) => RouteLocationRaw
  /** The findings of these ids, to show what a statement rests on before it is chosen; none outside the desk. */
  readonly findings: (ids: readonly string[]) => readonly Finding[]
}

const key: InjectionKey<TextContext> = Symbol('text')

/** Hands the context to the text below. */
export const provideText = (context: TextContext): void => provide(key, context)

/** The context of the pane above, or null on paper, where nothing is selected and nothing leads anywhere. */
export const useText = (): TextContext | null => inject(key, null)
