import { InvalidArgumentError, Option, type Command } from 'commander'
import { packedKinds, type RowKind } from '../search'
import { exitCodesHelp, type ExitCode } from './exit-codes'
import { searchBatch } from './search-batch'
import { searchOnce } from './search-once'
import type { Terminal } from './terminal'

interface Options {
  readonly bundle: string
  readonly batch?: string
  readonly limit?: number
  readonly kind?: RowKind
  readonly json?: boolean
  readonly timings?: boolean
}

/** Adds `lectern search`. */
export function addSearchCommand(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  const command = program
    .command('search')
    .copyInheritedSettings(program)
    .description('Search a bundle as the app does, one query or a file of them.')
    .argument('[query]', 'what a reader would type')
    .requiredOption('--bundle <file>', 'the bundle to search')
    .option('--batch <file>', 'queries as JSON lines { id, text }; one line { id, hits } is printed for each')
    .option('--limit <n>', 'how many hits (default: 10; with --batch 100)', wholeNumber)
    .addOption(new Option('--kind <kind>', 'only hits of this kind').choices([...packedKinds]))
    .option('--timings', 'with --batch: print first what opening took, and with each answer how long it took')
    .option(
      '--json',
      'print one line of JSON for programs: { ok, total, relaxed, lacking, asked, suggestions, alsoSearched, unknownFields, hits }',
    )
    .addHelpText('after', exitCodesHelp)
    .action(async (query: string | undefined, options: Options) => {
      const { bundle, batch, limit, kind, json = false, timings = false } = options
      const filters = kind === undefined ? {} : { filters: { kind: [kind] } }
      if (query !== undefined && batch === undefined)
        return end(await searchOnce(bundle, query, { limit: limit ?? 10, ...filters }, json, terminal))
      if (query === undefined && batch !== undefined)
        return end(
          await searchBatch(bundle, batch, { limit: limit ?? 100, isTimed: timings, ...filters }, terminal),
        )
      command.error('error: give either a query or --batch')
    })
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > 10_000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 10000.')
  return number
}
