// npm start [-- file.lectern | lectern://… | options of the app]
import { launch, withAbsoluteCapture } from './electron/launch.mjs'
import { script } from './process/script.mjs'
import { callerFolder } from './project.mjs'
import { readyApp } from './steps/ready-app.mjs'

await script(async () => {
  const { executable, env } = await readyApp()
  const cwd = callerFolder()
  return launch(executable, { args: withAbsoluteCapture(process.argv.slice(2), cwd), cwd, env })
})
