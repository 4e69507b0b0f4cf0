import {
  Chain,
  formatAddress,
  originalAddress,
  parseAddress,
  shortLabel,
  statementsIn,
  textBlocks,
  textOf,
  yearOf,
  type Block,
  type BundleInfo,
} from '../src/bundle'
import { readShard, type Part } from '../src/cli/verify-parts'
import { find } from '../src/search'

/** A shard that can be asked. */
export type OpenShard = ReturnType<typeof readShard>['shard']

/** What is typed into the search field: plain words, and what somebody might paste there. */
const queries = [
  'pain',
  'ldn 4.5 mg',
  'fibromialgia',
  '"',
  '__proto__',
  'constructor',
  'a'.repeat(2_000),
  '\u202E \uD800 ٣',
]

/** Asks the search index as the window does. */
export function walkShards(shards: readonly OpenShard[]): void {
  for (const query of queries) {
    const found = find(shards, query, { limit: 60 })
    for (const { row, titleSegments, excerpt } of found.hits) String([row.path, ...titleSegments, ...excerpt])
  }
}

/** A shard that can be asked, of bytes that passed as one. */
export const shardOf = (bytes: Uint8Array, path: string): OpenShard => readShard(bytes, path).shard

const walkBlocks = (blocks: readonly Block[]): void => {
  for (const block of textBlocks(blocks)) textOf(block.children).normalize('NFC')
  for (const statement of statementsIn(blocks)) textOf(statement.children)
}

/** Does with a part of a bundle what the window and the printer do with it. */
export function walkPart(part: Part, info: BundleInfo): void {
  switch (part.is) {
    case 'info':
      walkBlocks(part.value.about)
      break
    case 'condition': {
      const chain = new Chain(part.value, [])
      for (const { body } of part.value.sections) walkBlocks(body)
      for (const { id } of chain.statements.slice(0, 50)) {
        chain.select({ statement: id, finding: 'x', passage: 'y' })
        parseAddress(formatAddress({ bundle: info.id, path: `/conditions/${part.id}?statement=${id}` }))
      }
      break
    }
    case 'source':
      walkBlocks(part.value.body)
      if (part.value.record !== null) {
        shortLabel(part.value.record)
        yearOf(part.value.record)
        const address = originalAddress(part.value.record)
        if (address !== null && !address.startsWith('https://')) throw new Error(`leads to ${address}`)
      }
      break
    case 'handout':
      walkBlocks([...part.value.short, ...part.value.body])
      break
    case 'references':
      for (const record of part.value) originalAddress(record)
      break
    default:
  }
}
