// npm run bench [-- arguments of bench/run.mjs]
import { run } from './process/children.mjs'
import { script } from './process/script.mjs'
import { projectRoot } from './project.mjs'
import { readyApp } from './steps/ready-app.mjs'

await script(async () => {
  const { env } = await readyApp()
  return run(process.execPath, ['bench/run.mjs', ...process.argv.slice(2)], { cwd: projectRoot, env })
})
