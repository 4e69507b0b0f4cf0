// npm run dist [-- arguments of electron-builder]
import { readFileSync } from 'node:fs'
import { ensureRuntime } from './electron/runtime.mjs'
import { run } from './process/children.mjs'
import { say, step } from './process/say.mjs'
import { script } from './process/script.mjs'
import { mustRun, tool } from './process/tools.mjs'
import { inProject, projectRoot } from './project.mjs'
import { buildApp } from './steps/build-app.mjs'
import { packBundle } from './steps/pack-bundle.mjs'

/**
 * What to tell electron-builder about a runtime. The official one it knows, and downloads for the platforms it packs
 * for. Where that one could not be had, neither can the tools for archives and AppImages, which lie at the same
 * place: then it makes the plain folder.
 * @param {import('./electron/runtime.mjs').Runtime} runtime
 */
function packagingOptions({ kind, folder, version }) {
  if (kind === 'official') return []
  const dist = [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`]
  return kind === 'fallback' ? ['--linux', 'dir', ...dist] : dist
}

/** Makes the archive of the plain folder, with the system's tar and the name that electron-builder would give. */
async function archiveFolder() {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  const name = `Lectern-${version}-linux-x64`
  const rename = `--transform=s,^linux-unpacked,${name},`
  const args = ['-czf', `${name}.tar.gz`, '--owner=0', '--group=0', rename, 'linux-unpacked']
  await step(`Packing dist/${name}.tar.gz`, () =>
    mustRun('The archive', ['tar', ...args], { cwd: inProject('dist') }),
  )
}

await script(async () => {
  await buildApp()
  await packBundle()
  const runtime = await ensureRuntime()
  const isFallback = runtime.kind === 'fallback'
  if (isFallback)
    say('The package holds that old Electron: to try on a closed network, not to give to others.')

  const [node, ...builder] = tool('electron-builder')
  const args = [...packagingOptions(runtime), '--publish', 'never', ...process.argv.slice(2)]
  const code = await run(node, [...builder, ...args], { cwd: projectRoot })
  if (code === 0 && isFallback) await archiveFolder()
  return code
})
