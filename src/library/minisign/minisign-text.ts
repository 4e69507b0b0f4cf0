import { MinisignError, type MinisignRefusal } from './refusals'

/**
 * What files of minisign may hold. The lengths of comments are those that `minisign` 0.11 can still read; what is
 * longer would be a signature that only Lectern accepts. The sizes of files leave room for these and the base64.
 */
export const minisignLimits = {
  /** Bytes of an untrusted comment, after `untrusted comment: `. */
  comment: 1_003,
  /** Bytes of a trusted comment, after `trusted comment: `. */
  trustedComment: 8_173,
  /** Bytes of a public or secret key file. */
  keyFile: 2 * 1024,
  /** Bytes of a signature file. */
  signatureFile: 16 * 1024,
  /** Bytes of a password. */
  password: 1_022,
} as const

/** What the first line of every file of minisign begins with. Anybody can change what follows. */
export const untrustedPrefix = 'untrusted comment: '

/** What the third line of a signature begins with. What follows is signed. */
export const trustedPrefix = 'trusted comment: '

/** The form that a file of minisign must have. */
export interface TextForm {
  readonly lines: number
  /** Bytes at most. */
  readonly limit: number
  /** Whether lines may end as on Windows: in keys, which people keep in editors, and not in signatures. */
  readonly carriageReturns: boolean
}

/**
 * The lines of a file of minisign. What the program would pass over, such as more lines, is refused: nobody wrote it.
 *
 * @throws MinisignError
 */
export function readLines(bytes: Uint8Array, form: TextForm): string[] {
  if (bytes.length > form.limit) throw new MinisignError('TOO_LARGE_FILE')
  const text = decoded(bytes)
  const whole = form.carriageReturns ? text.replaceAll('\r\n', '\n') : text
  if (whole.includes('\r')) throw new MinisignError('CARRIAGE_RETURN')
  const lines = whole.replace(/\n$/, '').split('\n')
  if (lines.length !== form.lines) throw new MinisignError('WRONG_LINE_COUNT')
  return lines
}

function decoded(bytes: Uint8Array): string {
  try {
    // A mark at the beginning is kept, so that it is not taken for a file that minisign reads.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // The decoder has only one reason to throw.
    throw new MinisignError('NOT_TEXT')
  }
}

/**
 * What follows `untrusted comment: ` in the first line.
 *
 * @throws MinisignError
 */
export const readComment = (line: string): string =>
  afterPrefix(line, untrustedPrefix, { number: 1, limit: minisignLimits.comment, otherwise: 'NO_COMMENT' })

/**
 * What follows `trusted comment: ` in the third line of a signature.
 *
 * @throws MinisignError
 */
export const readTrustedComment = (line: string): string =>
  afterPrefix(line, trustedPrefix, {
    number: 3,
    limit: minisignLimits.trustedComment,
    otherwise: 'NO_TRUSTED_COMMENT',
  })

interface CommentForm {
  readonly number: number
  readonly limit: number
  readonly otherwise: MinisignRefusal
}

/** All but the tab, which minisign puts between the parts of its own comments. A terminal may obey the others. */
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/

function afterPrefix(line: string, prefix: string, { number, limit, otherwise }: CommentForm): string {
  if (!line.startsWith(prefix)) throw new MinisignError(otherwise, number)
  const comment = line.slice(prefix.length)
  if (Buffer.byteLength(comment) > limit) throw new MinisignError('LONG_COMMENT', number)
  if (control.test(comment)) throw new MinisignError('BAD_COMMENT', number)
  return comment
}

/**
 * The bytes of a line of base64. Only the one spelling that minisign writes is read: with padding, without stray bits.
 *
 * @throws MinisignError
 */
export function readBase64(line: string, length: number, number: number): Buffer {
  const bytes = Buffer.from(line, 'base64')
  if (bytes.toString('base64') !== line) throw new MinisignError('BAD_BASE64', number)
  if (bytes.length !== length) throw new MinisignError('WRONG_LENGTH', number)
  return bytes
}
