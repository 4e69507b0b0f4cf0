/**
 * Why a key or a signature is not accepted, each by its name and in words that can follow a colon. A name is never
 * renamed and never reused.
 */
export const minisignRefusals = {
  // The text of the file
  TOO_LARGE_FILE: 'the file is larger than keys and signatures are',
  NOT_TEXT: 'the file is not text',
  CARRIAGE_RETURN: 'the line ends were changed on the way',
  WRONG_LINE_COUNT: 'the file has too few lines or too many',
  NO_COMMENT: 'the first line is not the comment that such a file begins with',
  NO_TRUSTED_COMMENT: 'the third line is not the trusted comment',
  LONG_COMMENT: 'a comment is too long',
  BAD_COMMENT: 'a comment holds control characters',
  BAD_BASE64: 'a line is not base64',
  WRONG_LENGTH: 'a line does not have the length of a key or signature',
  WRONG_ALGORITHM: 'it is not of the kind Ed25519',
  // Keys
  WEAK_KEY: 'the key is one that anybody can sign for',
  WRONG_DERIVATION: 'the password is protected in a way that Lectern does not know',
  COSTLY_DERIVATION: 'the password asks for more memory or time than minisign ever does',
  WRONG_PASSWORD: 'the password is wrong, or the key is damaged',
  NO_PASSWORD: 'the key needs its password',
  LONG_PASSWORD: 'the password is longer than minisign accepts',
  NO_MEMORY: 'there is too little memory for the work that the password asks for',
  DAMAGED_KEY: 'the parts of the key do not belong together',
  // What the signature says
  OTHER_KEY: 'it was made with another key',
  WRONG_SIGNATURE: 'it is not the signature of this content',
  WRONG_COMMENT_SIGNATURE: 'the trusted comment was changed',
  // What it speaks for
  LARGE_TAG_MANIFEST: 'the list that was signed is larger than such lists are',
  NOT_COVERED: 'the list that was signed does not fit the rest of the bundle',
} as const

/** A name from the table of refusals. */
export type MinisignRefusal = keyof typeof minisignRefusals

/** Thrown when a key or a signature cannot be used. */
export class MinisignError extends Error {
  constructor(
    readonly refusal: MinisignRefusal,
    /** The line of the file, from 1, when one is to blame. */
    readonly line: number | null = null,
  ) {
    super(minisignRefusals[refusal] + (line === null ? '' : ` (line ${line})`))
    this.name = 'MinisignError'
  }
}
