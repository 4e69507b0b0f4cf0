import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How the desk is started: a program, and what stands before its own arguments. */
export interface DeskCommand {
  readonly program: string
  readonly args: readonly string[]
}

/** Where to look for the desk. Handed in, so that a test can have a machine of its own. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The folder of the project that this command line was built in, if it was. */
  readonly project: string
  has(path: string): boolean
}

/** The machine that this runs on. The command line stands in `out/cli/lectern.js` of its project. */
export const thisMachine = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  project: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  has: existsSync,
})

/** The command given, or the installed app, or the project's own; null when there is none. */
export function findDesk(given: string | null, machine: Surroundings): DeskCommand | null {
  if (given !== null) return splitCommand(given)
  const installed = installedPlaces(machine).find((path) => machine.has(path))
  if (installed !== undefined) return { program: installed, args: [] }
  const start = join(machine.project, 'scripts', 'start.mjs')
  const isBuilt = machine.has(start) && machine.has(join(machine.project, 'out', 'main', 'index.js'))
  return isBuilt ? { program: process.execPath, args: [start] } : null
}

/** Parts of a command, apart by spaces; a part in double quotes may hold some. Null when there is no program in it. */
function splitCommand(text: string): DeskCommand | null {
  const parts = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  const [program, ...args] = parts
  return program === undefined || program === '' ? null : { program, args }
}

function installedPlaces({ platform, env, home }: Surroundings): string[] {
  if (platform === 'darwin')
    return ['/Applications', join(home, 'Applications')].map((folder) =>
      join(folder, 'Lectern.app', 'Contents', 'MacOS', 'Lectern'),
    )
  if (platform === 'win32')
    return [env['LOCALAPPDATA'] ?? '', env['ProgramFiles'] ?? '']
      .filter((folder) => folder !== '')
      .flatMap((folder) => [
        join(folder, 'Programs', 'lectern', 'Lectern.exe'),
        join(folder, 'Lectern', 'Lectern.exe'),
      ])
  // The app and this command have one name. What lies in node_modules is this command.
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => /^\/(?!.*node_modules)/.test(folder))
  return ['/opt/Lectern/lectern', ...onPath.map((folder) => join(folder, 'lectern-desk'))]
}

/** Starts the desk on a preview and does not wait for it. `failed` is called when it cannot be started. */
export function openDesk(
  { program, args }: DeskCommand,
  status: string,
  failed: (why: string) => void,
): void {
  const child = spawn(program, [...args, `--preview=${status}`], { stdio: 'ignore' })
  child.on('error', ({ message }) => failed(message))
  child.unref()
}
