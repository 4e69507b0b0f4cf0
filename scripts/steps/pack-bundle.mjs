import { step } from '../process/say.mjs'
import { mustRun } from '../process/tools.mjs'
import { projectRoot } from '../project.mjs'

const pack = ['out/cli/lectern.js', 'pack', 'resources/ldn', '--out', 'out/bundles/ldn.lectern']

/** Packs the bundle that the app ships with, checks and all. Needs the built command line. */
export const packBundle = () =>
  step('Packing the bundle', () =>
    mustRun('Packing the bundle', [process.execPath, ...pack], { cwd: projectRoot }),
  )
