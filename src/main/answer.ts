import { FlawError, failed, success, type Outcome } from '../bundle'
import type { Call, Contract } from '../shared/contract'
import { FailureError, type Failure } from '../shared/failure'
import { requests } from './requests'

/** Which of our windows asks: the one that the reader sees, or one in which a page is laid out for paper. */
export type Asker = 'desk' | 'paper'

/** One function per call; each gets a request that has been checked, and who asks. */
export type Handlers = {
  readonly [C in Call]: (
    request: Contract[C]['request'],
    asker: Asker,
  ) => Contract[C]['reply'] | Promise<Contract[C]['reply']>
}

/** Answers one call from a window. Never throws: an error across processes would arrive with only its message. */
export async function answer<C extends Call>(
  call: C,
  raw: unknown,
  handlers: Handlers,
  asker: Asker,
): Promise<Outcome<Contract[C]['reply'], Failure>> {
  const request = requests[call].safeParse(raw)
  if (!request.success) return failed({ code: 'REFUSED', at: call, detail: request.error.message })
  try {
    return success(await handlers[call](request.data, asker))
  } catch (error) {
    return failed(toFailure(error, call))
  }
}

/** Makes a value of whatever was thrown. */
export function toFailure(error: unknown, at: string): Failure {
  if (error instanceof FailureError) return error.failure
  if (error instanceof FlawError) return error.flaw
  return { code: 'UNEXPECTED', at, detail: error instanceof Error ? error.message : String(error) }
}
