import { joinLines } from '../../documents'
import { ShardBuilder } from '../../search'
import { copyRow } from './copy-rows'

/** What is asked of the worker that makes the index of one copy. */
export type IndexAsked =
  | { readonly is: 'begin'; readonly sha256: string }
  /** The text of a page, counted from 1. */
  | { readonly is: 'page'; readonly page: number; readonly text: string }
  | { readonly is: 'finish' }

/** What that worker says: the index, as soon as it is finished. */
export interface IndexSaid {
  readonly index: Uint8Array
}

/** Makes the search index of one copy, a row for each page that holds words. */
export class CopyIndexer {
  private sha256 = ''
  private builder = new ShardBuilder()

  /** Returns the index when that was asked for. */
  hear(asked: IndexAsked): Uint8Array | null {
    switch (asked.is) {
      case 'begin':
        this.sha256 = asked.sha256
        this.builder = new ShardBuilder()
        return null
      case 'page': {
        // A page is all that is known of how its words are written.
        const text = joinLines(asked.text, asked.text)
        if (text !== '') this.builder.add(copyRow(this.sha256, asked.page, text))
        return null
      }
      case 'finish':
        return this.builder.finish()
    }
  }
}
