import { ensureDisplay } from '../electron/display.mjs'
import { ensureRuntime } from '../electron/runtime.mjs'
import { sandboxAdvice } from '../electron/sandbox.mjs'
import { ensureSystemLibraries } from '../electron/system-libraries.mjs'
import { say } from '../process/say.mjs'

/**
 * Makes sure of all that a window needs: an Electron, the system's libraries, and a display, unless each window is to
 * get one of its own.
 */
export async function readyElectron({ withDisplay = true } = {}) {
  const runtime = await ensureRuntime()
  await ensureSystemLibraries(runtime.executable)
  const advice = sandboxAdvice(runtime.folder)
  if (advice) say(advice)
  return { runtime, env: withDisplay ? await ensureDisplay() : process.env }
}
