import path from 'node:path'
import { run } from '../process/children.mjs'
import { projectRoot } from '../project.mjs'

/**
 * Chromium refuses to start as root with its sandbox on. Nobody else gets this.
 * @param {{ uid?: number | undefined, platform?: NodeJS.Platform }} who
 */
export const sandboxArguments = ({ uid = process.getuid?.(), platform = process.platform } = {}) =>
  platform === 'linux' && uid === 0 ? ['--no-sandbox'] : []

/**
 * The app's arguments with the file after `--capture` made absolute.
 * @param {readonly string[]} args
 * @param {string} folder that a relative name starts from
 */
export function withAbsoluteCapture(args, folder) {
  return args.map((arg, i) => {
    if (arg.startsWith('--capture='))
      return `--capture=${path.resolve(folder, arg.slice('--capture='.length))}`
    return args[i - 1] === '--capture' ? path.resolve(folder, arg) : arg
  })
}

/**
 * The variables for Electron. Terminals inside an Electron app (an editor's) may say that Electron is to act as Node:
 * then no window would open. And on a desktop with Wayland alone, Electrons before 38 have to be told.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnvironment(env) {
  const ours = { ...env }
  delete ours['ELECTRON_RUN_AS_NODE']
  const onlyWayland = ours['WAYLAND_DISPLAY'] && !ours['DISPLAY']
  return onlyWayland ? { ELECTRON_OZONE_PLATFORM_HINT: 'wayland', ...ours } : ours
}

/**
 * Starts the project's app and waits for its end. Its exit code is the one to report.
 * @param {string} executable
 * @param {{ args: readonly string[], cwd: string, env: NodeJS.ProcessEnv }} how
 */
export const launch = (executable, { args, cwd, env }) =>
  run(executable, [projectRoot, ...sandboxArguments(), ...args], { cwd, env: electronEnvironment(env) })
