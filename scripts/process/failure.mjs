/**
 * Something is wrong that the person at the keyboard can mend. It is shown as its message alone: the message says
 * what happened and what to do next. Any other error is a fault of ours and is shown with its stack.
 */
export class Failure extends Error {
  /** @override */
  name = 'Failure'
}

/**
 * What an unknown thrown value says, in one line.
 * @param {unknown} error
 */
export const reasonOf = (error) =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
