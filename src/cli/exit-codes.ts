/** How a run of `lectern` ended, for scripts. */
export const exitCodes = {
  /** Done; there may have been warnings. */
  done: 0,
  /** The content has flaws that stop it. */
  flaws: 1,
  /** The command could not run: bad arguments, no such folder, nowhere to write. */
  couldNotRun: 2,
} as const
/** See {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The same for `--help`. */
export const exitCodesHelp = `
Exit codes:
  0  done; warnings may have been printed
  1  the content has flaws that stop it
  2  the command could not run: bad arguments, no such folder, nowhere to write`
