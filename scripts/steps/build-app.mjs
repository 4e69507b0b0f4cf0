import { fallback } from '../electron/fallback-runtime.mjs'
import { mustRun, tool } from '../process/tools.mjs'
import { step } from '../process/say.mjs'
import { projectRoot } from '../project.mjs'

/**
 * electron-vite aims its output at the installed `electron`. Ours must also run on the oldest one we support, the
 * fallback, so syntax that only newer ones know may not be left in.
 */
export const oldestElectron = { ELECTRON_MAJOR_VER: String(Number.parseInt(fallback.version, 10)) }

const here = { cwd: projectRoot, env: { ...process.env, ...oldestElectron } }

/** Builds main, preload and window into out/. */
export const buildWindow = () =>
  step('Building the app', () => mustRun('The build of the app', [...tool('electron-vite'), 'build'], here))

/** Builds the command line tool into out/cli/. */
export const buildCli = () =>
  step('Building the command line', () =>
    mustRun('The build of the command line', [...tool('vite'), 'build', '-c', 'vite.cli.config.ts'], here),
  )

/** Builds all there is to build. */
export async function buildApp() {
  await buildWindow()
  await buildCli()
}
