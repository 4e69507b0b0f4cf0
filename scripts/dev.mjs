// npm run dev [-- arguments of the app]
import { electronEnvironment, sandboxArguments, withAbsoluteCapture } from './electron/launch.mjs'
import { run } from './process/children.mjs'
import { script } from './process/script.mjs'
import { tool } from './process/tools.mjs'
import { callerFolder, projectRoot } from './project.mjs'
import { buildCli, oldestElectron } from './steps/build-app.mjs'
import { packBundle } from './steps/pack-bundle.mjs'
import { readyElectron } from './steps/ready-electron.mjs'

await script(async () => {
  await buildCli()
  await packBundle()
  const { runtime, env } = await readyElectron()
  const [node, ...vite] = tool('electron-vite')
  const sandbox = sandboxArguments().length > 0 ? ['--noSandbox'] : []
  const args = withAbsoluteCapture(process.argv.slice(2), callerFolder())
  return run(node, [...vite, 'dev', '--watch', ...sandbox, '--', ...args], {
    cwd: projectRoot,
    env: electronEnvironment({ ...env, ...oldestElectron, ELECTRON_EXEC_PATH: runtime.executable }),
  })
})
