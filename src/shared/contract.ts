import type { BundleId, BundleInfo, ConditionId, HandoutId, Outcome, SourceId } from '../bundle'
import type { Failure } from './failure'
import type { Settings } from './settings'

/**
 * What is known of a bundle's signature. A bundle whose signature does not fit never opens; one whose key this Lectern
 * does not know is signed, but by whom cannot be told.
 */
export type SignatureState =
  | { readonly is: 'none' }
  | { readonly is: 'unknown key'; readonly keyId: string }
  | { readonly is: 'valid'; readonly keyId: string; readonly trustedComment: string }

/** What a window needs to know to show the desk. */
export interface Session {
  /** The open bundle, or null when none could be opened. */
  readonly bundle: BundleInfo | null
  /** The name of the open bundle's file, without its folder. */
  readonly file: string | null
  /** What is known of its signature. */
  readonly signature: SignatureState
  /** Why the bundle that was asked for is not open. */
  readonly failure: Failure | null
  /** The path in the bundle to show: from a link, or where the reader was. Null: the overview. */
  readonly location: string | null
  readonly settings: Settings
  /** What the reader should be told once: settings lost, folder read-only. */
  readonly notices: readonly Failure[]
}

/** A page that can be put on paper. */
export type PaperPage =
  | { readonly kind: 'condition'; readonly id: ConditionId }
  | { readonly kind: 'handout'; readonly id: HandoutId }

/** Everything a window may ask of the app. Ids cross; file paths and URLs do not. */
export interface Contract {
  /** What to show now. */
  getSession: { request: null; reply: Session }
  /** Lets the reader choose a bundle. Null when they chose none. */
  chooseBundle: { request: null; reply: Session | null }
  /** Opens the bundle that Lectern ships with. */
  openDefaultBundle: { request: null; reply: Session }
  /** Keeps where the reader is, for the next start. */
  rememberLocation: { request: { bundle: BundleId; location: string }; reply: null }
  /** Changes settings; what is not named stays. Replies with all of them. */
  saveSettings: { request: Partial<Settings>; reply: Settings }
  /** Prints a page after the system's print dialog. False when the reader cancelled. */
  printPage: { request: { bundle: BundleId; page: PaperPage }; reply: { printed: boolean } }
  /** Saves a page as tagged PDF where the reader says. The file's name, or null when they cancelled. */
  savePdf: { request: { bundle: BundleId; page: PaperPage }; reply: { saved: string | null } }
  /** Opens the original of a source in the reader's own browser, after a dialog that shows the address. */
  openOriginal: { request: { bundle: BundleId; source: SourceId }; reply: { opened: boolean } }
}

/** The name of a call. */
export type Call = keyof Contract

/** All calls. A forgotten or an extra name does not compile. */
export const calls = Object.keys({
  getSession: true,
  chooseBundle: true,
  openDefaultBundle: true,
  rememberLocation: true,
  saveSettings: true,
  printPage: true,
  savePdf: true,
  openOriginal: true,
} satisfies Record<Call, true>) as readonly Call[]

/** What the app tells a window without being asked. */
export interface Announcements {
  /** Another bundle is open, or the one asked for is not. */
  session: Session
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
  'back',
  'forward',
  'textLarger',
  'textSmaller',
  'textNormal',
  'toggleContents',
  'toggleEvidence',
  'toggleSource',
  'nextPane',
  'keys',
  'about',
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
