import type { Command } from 'commander'
import { exitCodesHelp, type ExitCode } from './exit-codes'
import { preview } from './preview'
import { findDesk, openDesk, thisMachine } from './preview-app'
import type { Terminal } from './terminal'

interface Options {
  readonly open: string | boolean
  readonly json?: boolean
}

/** Adds `lectern preview`. */
export function addPreviewCommand(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('preview')
    .copyInheritedSettings(program)
    .description(
      'Pack an authoring folder on every save and open the desk on it, which shows each save at the place where it was ' +
        'and the flaws beside the page. Ends with Ctrl+C.',
    )
    .argument('<dir>', 'the authoring folder, which holds bundle.yaml')
    .option(
      '--open <command>',
      'what starts the desk; --preview=<file> is added (default: the app, where it is found)',
    )
    .option('--no-open', 'open no desk')
    .option('--json', 'print one line of JSON for programs after each save, as pack does')
    .addHelpText('after', exitCodesHelp)
    .action(async (dir: string, { open, json = false }: Options) => {
      const stop = new AbortController()
      const onSignal = (): void => stop.abort()
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, onSignal)
      const openIt = (status: string): void => {
        if (open === false) return
        const desk = findDesk(typeof open === 'string' ? open : null, thisMachine())
        if (desk === null)
          terminal.err('No desk was found to show the preview; name one with --open <command>.')
        else openDesk(desk, status, (why) => terminal.err(`The desk could not be started: ${why}`))
      }
      try {
        end(await preview(dir, { json, signal: stop.signal, open: openIt }, terminal))
      } finally {
        for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal)
      }
    })
}
