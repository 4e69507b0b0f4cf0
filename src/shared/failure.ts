import { flaws, type FlawCode } from '../bundle'

/** What can go wrong in the app, apart from the flaws of a bundle. A code is never renamed and never reused. */
export const failures = {
  REFUSED: {
    says: 'The window asked for something that the app does not do.',
    next: 'Nothing was changed. If this comes up again, report it with the code.',
  },
  UNEXPECTED: {
    says: 'Something went wrong that was not foreseen.',
    next: 'Your notes and settings are safe. Try again; if it comes up again, report it with the code.',
  },
  NO_SUCH_BUNDLE: {
    says: 'That bundle is not open.',
    next: 'Open the bundle that the link belongs to, then follow the link again.',
  },
  NO_SUCH_PAGE: {
    says: 'The open bundle has no such page.',
    next: 'Choose a page from the contents, or search for it.',
  },
  BAD_ADDRESS: {
    says: 'That is not an address that Lectern can open.',
    next: 'Use an address that was copied from Lectern; it begins with lectern://.',
  },
  NO_ORIGINAL: {
    says: 'The record of this source names no address of the original.',
    next: 'Search for its title in a library catalogue.',
  },
  NO_ADDRESS: {
    says: 'The bundle names no address of this resource.',
    next: 'Search for its title on the web.',
  },
  STATE_DAMAGED: {
    says: 'The file with your settings could not be read.',
    next: 'It was set aside, nothing was deleted, and the last good copy or the defaults are in use.',
  },
  STATE_READ_ONLY: {
    says: 'The folder for your settings cannot be written.',
    next: 'Everything can be read and printed, but settings and the last page will not be kept.',
  },
  CANNOT_SAVE: {
    says: 'The file could not be saved.',
    next: 'Choose another folder, or free some space, and save again.',
  },
  CANNOT_PRINT: {
    says: 'The page could not be printed.',
    next: 'Check the printer, or save the page as PDF.',
  },
  NOT_ITS_KEY: {
    says: 'This key did not sign the open bundle.',
    next: 'Nothing was changed. Ask the publisher for the key that the bundle was signed with.',
  },
  NOTHING_TO_TRUST: {
    says: 'The open bundle brings no key along that could be trusted.',
    next: 'Nothing was changed. Ask the publisher for the key file and choose it.',
  },
  BROKEN_DOCUMENT: {
    says: 'This document is damaged and cannot be shown.',
    next: 'Its record and all that rests on it are still here. Ask the publisher for a repaired bundle.',
  },
  NOT_A_PDF: {
    says: 'This file is not a PDF.',
    next: 'Nothing was attached. Choose the PDF of the paper.',
  },
  COPY_TOO_LARGE: {
    says: 'This file is larger than 200 MB.',
    next: 'Nothing was attached. Save a smaller copy of it, for example without pictures in print quality.',
  },
  COPY_NOT_KEPT: {
    says: 'Your copy could not be kept.',
    next: 'Nothing was attached and your file is untouched. Free some space on the disk, then attach it again.',
  },
  COPY_TEXT_NOT_KEPT: {
    says: 'The text of your copy could not be kept, so it cannot be searched.',
    next: 'Your copy is kept and can be read. Free some space on the disk, then choose “Make searchable” above the copy.',
  },
  COPY_GONE: {
    says: 'The file of your copy is no longer where Lectern keeps it.',
    next: 'Attach it again, or remove it. What the bundle holds is unchanged.',
  },
  NO_INDEX: {
    says: 'The search index of this bundle cannot be used.',
    next: 'Reading works. Ask the publisher to pack the bundle again with a current Lectern.',
  },
} as const

/** A code from {@link failures}, or that of a flaw in a bundle. */
export type FailureCode = keyof typeof failures | FlawCode

/** Something that went wrong, as a value that can cross between processes. */
export interface Failure {
  readonly code: FailureCode
  /** Where: a file's name, an id. Never a whole path of the machine. */
  readonly at?: string
  /** For the curious and for reports; not a sentence for readers. */
  readonly detail?: string
}

/** What a failure says to a reader and what to do next, in English; catalogues translate by code. */
export const failureTexts: Readonly<Record<FailureCode, { readonly says: string; readonly next: string }>> = {
  ...flaws,
  ...failures,
}

/** Thrown inside a process where a {@link Failure} ends the work; made a value at the boundary. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.code} ${failure.at ?? ''} ${failure.detail ?? ''}`.trim())
    this.name = 'FailureError'
  }
}
