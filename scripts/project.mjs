import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * A path inside the project.
 * @param {...string} parts
 */
export const inProject = (...parts) => path.join(projectRoot, ...parts)

/**
 * The folder that the person was in when typing `npm start`: npm itself moves to the project first.
 * Relative file names on the command line mean files there.
 * @param {NodeJS.ProcessEnv} env
 */
export const callerFolder = (env = process.env) => env['INIT_CWD'] ?? process.cwd()
