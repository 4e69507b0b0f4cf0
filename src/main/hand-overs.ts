import { app } from 'electron'
import { resolve } from 'node:path'
import { readArguments } from './arguments'
import type { HandOver } from './desk'

/**
 * Calls `follow` with whatever is handed to the app that runs. Must be called while the module loads: macOS hands over
 * the file or the address of a start before Electron is ready, and once.
 */
export function onHandOver(follow: (asked: HandOver) => void): void {
  app.on('second-instance', (_event, _argv, folder, data) => {
    const { bundle, place, badAddress } = readArguments(argumentsIn(data))
    follow({ file: bundle === null ? null : resolve(folder, bundle), place, badAddress })
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    const { place, badAddress } = readArguments([url])
    follow({ file: null, place, badAddress })
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    follow({ file: path, place: null, badAddress: false })
  })
}

function argumentsIn(data: unknown): readonly string[] {
  const args: unknown = typeof data === 'object' && data !== null && 'args' in data ? data.args : null
  return Array.isArray(args) ? args.filter((arg): arg is string => typeof arg === 'string') : []
}
