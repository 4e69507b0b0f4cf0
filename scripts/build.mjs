// npm run build
import { script } from './process/script.mjs'
import { buildApp } from './steps/build-app.mjs'

await script(buildApp)
