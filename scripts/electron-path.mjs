// npm run --silent electron:path — the path of the Electron in use, alone on stdout
import { ensureRuntime } from './electron/runtime.mjs'
import { script } from './process/script.mjs'

await script(async () => {
  console.log((await ensureRuntime()).executable)
})
