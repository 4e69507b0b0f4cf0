import { electronEnvironment } from '../electron/launch.mjs'
import { buildApp } from './build-app.mjs'
import { packBundle } from './pack-bundle.mjs'
import { readyElectron } from './ready-electron.mjs'

/**
 * Builds the app, packs its bundle and makes sure of Electron. Returns the program and the variables to run it with;
 * LECTERN_ELECTRON among them names the program for tests and benchmarks, which start it themselves.
 * @param {Parameters<typeof readyElectron>[0]} [how]
 */
export async function readyApp(how) {
  await buildApp()
  await packBundle()
  const { runtime, env } = await readyElectron(how)
  const { executable } = runtime
  return { executable, env: electronEnvironment({ ...env, LECTERN_ELECTRON: executable }) }
}
