// npm run e2e [-- arguments of playwright test]
import { run } from './process/children.mjs'
import { script } from './process/script.mjs'
import { tool } from './process/tools.mjs'
import { shrinkPictures } from './pictures/shrink.mjs'
import { inProject, projectRoot } from './project.mjs'
import { readyApp } from './steps/ready-app.mjs'

await script(async () => {
  // Every worker starts a display of its own (e2e/app.ts), so that no window takes the pointer from another.
  const { env } = await readyApp({ withDisplay: false })
  const [node, ...playwright] = tool('@playwright/test', 'playwright')
  const args = ['test', '-c', 'e2e/playwright.config.ts', ...process.argv.slice(2)]
  const ended = await run(node, [...playwright, ...args], { cwd: projectRoot, env })
  shrinkPictures(inProject('e2e/pictures')) // those that were made anew
  return ended
})
