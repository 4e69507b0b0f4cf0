import type { BundleId, BundleInfo, ConditionId, HandoutId, Outcome, ResourceId, SourceId } from '../bundle'
import type { Failure } from './failure'
import type { Searches } from './searches'
import type { Settings } from './settings'

/**
 * What is known of a bundle's signature. A bundle whose signature does not fit never opens. The fingerprint of a key that
 * the reader does not trust is null when the bundle does not bring the key along: then nothing could be checked.
 */
export type SignatureState =
  | { readonly is: 'none' }
  | { readonly is: 'unknown key'; readonly keyId: string; readonly fingerprint: string | null }
  | {
      readonly is: 'valid'
      readonly keyId: string
      readonly fingerprint: string
      readonly trustedComment: string
    }

/** A publisher's key that the reader trusts. */
export interface TrustedKey {
  readonly keyId: string
  readonly fingerprint: string
  /** Who the bundle said it was from when the reader chose to trust the key. */
  readonly publisher: string
  /** The day of that choice. */
  readonly since: string
}

/** Who signed the copy of a bundle that the reader had before, when this copy is not signed by the same key. */
export interface FormerSigner {
  readonly publisher: string
  readonly keyId: string
  readonly fingerprint: string
}

/** Something that is wrong with a folder that is previewed, in the words of the command line that packs it. */
export interface PreviewFlaw {
  readonly code: string
  /** File and line; empty for the whole folder. */
  readonly at: string
  readonly detail: string | null
  readonly says: string
  readonly next: string
  readonly severity: 'error' | 'warning'
}

/** An authoring folder that is previewed: packed on every save, its flaws beside the page. */
export interface Preview {
  /** The name of the folder. */
  readonly folder: string
  /**
   * `good`: what is shown is what was saved. `kept`: what was saved has errors, the last good bundle is shown. `none`:
   * there has been no good bundle yet. `ended`: nobody packs any more.
   */
  readonly state: 'good' | 'kept' | 'none' | 'ended'
  /** Counts the good bundles; another number is other content. */
  readonly revision: number
  /** When the folder was last packed, as an instant of ISO 8601. */
  readonly at: string
  /** Every flaw, by file and line. */
  readonly flaws: readonly PreviewFlaw[]
}

/** What a window needs to know to show the desk. */
export interface Session {
  /** The open bundle, or null when none could be opened. */
  readonly bundle: BundleInfo | null
  /** The name of the open bundle's file, without its folder. */
  readonly file: string | null
  /** What is known of its signature. */
  readonly signature: SignatureState
  /** Not null: the copy that the reader had before was signed by this trusted key, and the open one is not. */
  readonly signedBefore: FormerSigner | null
  /** The authoring folder that is previewed; null in every usual start. */
  readonly preview: Preview | null
  /** Why the bundle that was asked for is not open. */
  readonly failure: Failure | null
  /** The path in the bundle to show: from a link, or where the reader was. Null: the overview. */
  readonly location: string | null
  readonly settings: Settings
  /** What the reader should be told once: settings lost, folder read-only. */
  readonly notices: readonly Failure[]
}

/**
 * A bundle that the reader has: one that they opened before, or the one that Lectern ships with. `doubted`: it was signed
 * by somebody else before, so it is not searched until the reader has opened it and was warned.
 */
export type ShelfBundle = {
  readonly id: BundleId
  /** The name of its file, without its folder. */
  readonly file: string
  readonly isShipped: boolean
} & (
  | { readonly is: 'on the desk' | 'beside' | 'doubted'; readonly bundle: BundleInfo }
  | { readonly is: 'failed'; readonly failure: Failure }
)

/** A page that can be put on paper. */
export type PaperPage =
  | { readonly kind: 'condition'; readonly id: ConditionId }
  | { readonly kind: 'handout'; readonly id: HandoutId }

/** Whose records: those of one source, of the sources of one page, or of the whole bundle. */
export type ReferencesOf =
  | { readonly kind: 'source'; readonly id: SourceId }
  | { readonly kind: 'condition'; readonly id: ConditionId }
  | { readonly kind: 'bundle' }

/** The formats in which records go to a reference manager. */
export const referenceFormats = ['ris', 'bibtex', 'csl-json'] as const
/** See {@link referenceFormats}. */
export type ReferenceFormat = (typeof referenceFormats)[number]

/**
 * What has become of the text of a copy. `waiting`: it is to be read. `read`: it can be searched. `stopped`: the reader
 * or a full disk ended the reading. The others say why nothing in it can be searched.
 */
export const copyTexts = [
  'waiting',
  'read',
  'stopped',
  'locked',
  'no words',
  'unreadable',
  'too long',
] as const
/** See {@link copyTexts}. */
export type CopyText = (typeof copyTexts)[number]

/** A PDF of the reader's own that they attached to a source. It stays on this machine. */
export interface OwnCopy {
  /** Names its file at `copiesPath`. */
  readonly sha256: string
  /** Of the file that the reader chose, without its folder. */
  readonly name: string
  readonly bytes: number
  /** The day it was attached. */
  readonly added: string
  /** False when its file has vanished from the user-data folder. */
  readonly isThere: boolean
  readonly text: CopyText
  /** The pages of a text that is `read` which could not be, counted from 1, no more than `mostUnread`: nothing on them is found. */
  readonly unread: readonly number[]
}

/** So many pages that could not be read are kept of a copy. */
export const mostUnread = 1_000

/** A copy of a source of a bundle. */
export interface ListedCopy {
  readonly source: SourceId
  /** What the source is called for short: `Younger 2013`. */
  readonly label: string
  /** The condition pages that rest on the source. */
  readonly conditions: readonly ConditionId[]
  readonly copy: OwnCopy
}

/**
 * Where copies stand among the window's own addresses: `/_copies/<sha256>.pdf`, and `.shard` for the search index of its
 * text. No bundle id has an underscore.
 */
export const copiesPath = '/_copies/'

/** The largest copy that is taken, in bytes: a scanned book. */
export const largestCopy = 200 * 1024 * 1024

/** The most that is sent of a copy or its index at once, in bytes: more would hold up the window. */
export const largestCopyPart = 2 * 1024 * 1024

/** The largest search index of a copy that is kept, in bytes: a few times the text of the longest book. */
export const largestCopyIndex = 128 * 1024 * 1024

/** Everything a window may ask of the app. Ids cross; file paths and URLs do not. */
export interface Contract {
  /** What to show now. */
  getSession: { request: null; reply: Session }
  /** Lets the reader choose a bundle. Null when they chose none. */
  chooseBundle: { request: null; reply: Session | null }
  /** Opens the bundle that Lectern ships with. */
  openDefaultBundle: { request: null; reply: Session }
  /** The bundles that the reader has, the open one first. Opens them all, so that they can be searched. */
  listBundles: { request: null; reply: readonly ShelfBundle[] }
  /** Opens a bundle of the reader's by its id. The session's failure is `NO_SUCH_BUNDLE` when they have none of that id. */
  openKnownBundle: { request: { bundle: BundleId }; reply: Session }
  /** Takes a bundle off the list; its file stays where it is. Replies with those that stay. */
  forgetBundle: { request: { bundle: BundleId }; reply: readonly ShelfBundle[] }
  /** The publishers' keys that the reader trusts, the newest first. */
  listTrustedKeys: { request: null; reply: readonly TrustedKey[] }
  /**
   * Trusts the key that signed the open bundle, after a dialog that shows it: the key that the bundle brings along, or
   * the one in a file that the reader chooses. Null when the reader cancelled.
   */
  trustKey: { request: { bundle: BundleId; from: 'bundle' | 'file' }; reply: Session | null }
  /** Ends the trust in a key, after a dialog. Null when the reader cancelled. */
  distrustKey: { request: { fingerprint: string }; reply: Session | null }
  /** Keeps where the reader is, for the next start. */
  rememberLocation: { request: { bundle: BundleId; location: string }; reply: null }
  /** Changes settings; what is not named stays. Replies with all of them. */
  saveSettings: { request: Partial<Settings>; reply: Settings }
  /** The searches in the open bundle that the reader may come back to. */
  getSearches: { request: null; reply: Searches }
  /** Keeps the searches in a bundle instead of those before. */
  saveSearches: { request: { bundle: BundleId; searches: Searches }; reply: null }
  /** Prints a page after the system's print dialog. False when the reader cancelled. */
  printPage: { request: { bundle: BundleId; page: PaperPage }; reply: { printed: boolean } }
  /** Saves a page as tagged PDF where the reader says. The file's name, or null when they cancelled. */
  savePdf: { request: { bundle: BundleId; page: PaperPage }; reply: { saved: string | null } }
  /** Opens the original of a source in the reader's own browser, after a dialog that shows the address. */
  openOriginal: { request: { bundle: BundleId; source: SourceId }; reply: { opened: boolean } }
  /** Saves records for a reference manager where the reader says. The file's name, or null when they cancelled. */
  saveReferences: {
    request: { bundle: BundleId; of: ReferencesOf; format: ReferenceFormat }
    reply: { saved: string | null }
  }
  /** Puts text on the clipboard, for which a window of ours has no permission. */
  copyText: { request: { text: string }; reply: null }
  /** The reader's own copy of a source, or null. */
  ownCopy: { request: { bundle: BundleId; source: SourceId }; reply: OwnCopy | null }
  /**
   * Sends a part of a PDF that the reader chose, so that the window never waits for all of it; a first part begins anew.
   * Fails as `IncomingCopy` does.
   */
  sendCopyPart: { request: { name: string; part: 'first' | 'more'; bytes: Uint8Array }; reply: null }
  /** Keeps the PDF that was sent as the reader's own copy of a source, in the place of the one before. Fails as `IncomingCopy` does. */
  attachCopy: { request: { bundle: BundleId; source: SourceId; name: string }; reply: OwnCopy }
  /** The reader's own copies of sources of a bundle, of whatever bundle they were attached in. */
  listCopies: { request: { bundle: BundleId }; reply: readonly ListedCopy[] }
  /**
   * Sends a part of the search index of a copy's text; a first part begins anew. Fails with `COPY_TEXT_NOT_KEPT` when the
   * disk is full.
   */
  sendIndexPart: { request: { sha256: string; part: 'first' | 'more'; bytes: Uint8Array }; reply: null }
  /**
   * Keeps the search index that was sent beside its copy, and which pages it lacks. False when no source has that copy any
   * more. Fails as `sendIndexPart` does.
   */
  keepCopyIndex: { request: { sha256: string; unread: readonly number[] }; reply: { kept: boolean } }
  /** Notes what has become of the text of a copy; that it is `read` says only `keepCopyIndex`. */
  noteCopyText: { request: { sha256: string; text: Exclude<CopyText, 'read'> }; reply: null }
  /** Removes the reader's own copy of a source, after a dialog. */
  removeCopy: { request: { bundle: BundleId; source: SourceId }; reply: { removed: boolean } }
  /** Opens a resource in the reader's own browser, after a dialog that shows the address. */
  openResource: { request: { bundle: BundleId; resource: ResourceId }; reply: { opened: boolean } }
}

/** The name of a call. */
export type Call = keyof Contract

/** All calls. A forgotten or an extra name does not compile. */
export const calls = Object.keys({
  getSession: true,
  chooseBundle: true,
  openDefaultBundle: true,
  listBundles: true,
  openKnownBundle: true,
  forgetBundle: true,
  listTrustedKeys: true,
  trustKey: true,
  distrustKey: true,
  rememberLocation: true,
  saveSettings: true,
  getSearches: true,
  saveSearches: true,
  printPage: true,
  savePdf: true,
  openOriginal: true,
  openResource: true,
  saveReferences: true,
  copyText: true,
  ownCopy: true,
  sendCopyPart: true,
  attachCopy: true,
  listCopies: true,
  sendIndexPart: true,
  keepCopyIndex: true,
  noteCopyText: true,
  removeCopy: true,
} satisfies Record<Call, true>) as readonly Call[]

/** What the app tells a window without being asked. */
export interface Announcements {
  /** Another bundle is open, or the one asked for is not. */
  session: Session
  /** The folder that is previewed was saved: the same place, perhaps with other content. */
  preview: Session
  /** A link or a second start asks for this path in the open bundle. */
  location: string
  /** The reader chose this in the menu. */
  command: Command
  /** Something the reader should know. */
  notice: Failure
}

/** The name of an announcement. */
export type Announcement = keyof Announcements

/** All announcements. */
export const announcements = Object.keys({
  session: true,
  preview: true,
  location: true,
  command: true,
  notice: true,
} satisfies Record<Announcement, true>) as readonly Announcement[]

/** What the menu and the keys can ask the desk to do. */
export const commands = [
  'openBundle',
  'print',
  'savePdf',
  'handout',
  'search',
  'find',
  'searchSelected',
  'back',
  'forward',
  'textLarger',
  'textSmaller',
  'textNormal',
  'toggleContents',
  'toggleEvidence',
  'toggleSource',
  'nextPane',
  'copyLink',
  'keys',
  'about',
  'safety',
] as const
/** See {@link commands}. */
export type Command = (typeof commands)[number]

/** `window.lectern`: one function per call, and a way to listen. */
export type LecternApi = {
  readonly [C in Call]: (request: Contract[C]['request']) => Promise<Outcome<Contract[C]['reply'], Failure>>
} & {
  /** Calls `listener` with each announcement of that name. Returns how to stop listening. */
  readonly listen: <A extends Announcement>(name: A, listener: (said: Announcements[A]) => void) => () => void
}

/** The channel of a call or an announcement between the processes. */
export const channelOf = (name: Call | Announcement): string => `lectern:${name}`
