// npm run fuzz [-- --seed N --count N --only N --json file]
import { run } from './process/children.mjs'
import { step } from './process/say.mjs'
import { script } from './process/script.mjs'
import { mustRun, tool } from './process/tools.mjs'
import { callerFolder, inProject, projectRoot } from './project.mjs'

await script(async () => {
  await step('Building the fuzzer', () =>
    mustRun('The build of the fuzzer', [...tool('vite'), 'build', '-c', 'fuzz/vite.config.ts'], {
      cwd: projectRoot,
    }),
  )
  return run(process.execPath, [inProject('.cache', 'fuzz', 'run.js'), ...process.argv.slice(2)], {
    cwd: callerFolder(),
  })
})
