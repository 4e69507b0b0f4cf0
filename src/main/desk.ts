import { basename } from 'node:path'
import type { BundleId, Place } from '../bundle'
import type { Announcements, Preview, Session, ShelfBundle } from '../shared/contract'
import type { Failure } from '../shared/failure'
import type { Library } from './library'
import { Shelf } from './shelf'
import { fileOf, locationOf, withBundle } from './state/state'
import type { StateKeeper } from './state/state-keeper'
import { formerSigner, signatureState, withSigner } from './state/trust'

/** Tells the window something; does nothing when there is none. */
export type Announce = <A extends keyof Announcements>(name: A, said: Announcements[A]) => void

/** What a second start, the file manager or another program asks of the app that runs. */
export interface HandOver {
  /** The whole path of a bundle. */
  readonly file: string | null
  readonly place: Place | null
  /** True when an address was given that cannot be read. */
  readonly badAddress: boolean
}

/**
 * What the desk shows and where it was: the open bundle, the reader's place, what they should be told. Whatever opens a
 * bundle is done in turn, in the order in which it was asked. Until the window listens, what it should be told is kept
 * for it.
 */
export class Desk {
  private failure: Failure | null = null
  private asked: Place | null = null
  private notices: Failure[] = []
  private listening = false
  private readonly shelf: Shelf
  private preview: Preview | null = null
  /** The bundle of the folder that is previewed, when one was opened, and which of them it is. */
  private previewed: { readonly path: string; readonly revision: number } | null = null
  private work: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly library: Library,
    private readonly state: StateKeeper,
    private readonly defaultBundle: string,
    private readonly announce: Announce,
  ) {
    this.shelf = new Shelf(library, state, defaultBundle)
  }

  /** What the desk shows, for a window that is not the desk: nothing is taken from what is kept for the desk. */
  peek(): Session {
    const open = this.library.current
    const asked = this.asked !== null && this.asked.bundle === open?.info.id ? this.asked.path : null
    return {
      bundle: open?.info ?? null,
      file: open === null ? null : basename(open.path),
      signature: open === null ? { is: 'none' } : signatureState(open.signature),
      // What an author packs is not signed yet, and nobody else has handed it to them.
      signedBefore:
        open === null || open.path === this.previewed?.path
          ? null
          : formerSigner(this.state.current, open.info.id, open.signature),
      preview: this.preview,
      failure: this.failure,
      location: asked ?? (open === null ? null : locationOf(this.state.current, open.info.id)),
      settings: this.state.current.settings,
      notices: [...this.notices],
    }
  }

  /** What the window of the desk needs to start, once all that was asked before is done. From then on it listens. */
  enter(): Promise<Session> {
    return this.inTurn(() => {
      this.listening = true
      return this.session()
    })
  }

  /** The window has gone or has to load again: what it should be told is kept until it enters again. */
  leave(): void {
    this.listening = false
  }

  /** Tells the reader something: now when the window listens, else when it enters. */
  tell(failure: Failure): void {
    if (this.listening) this.announce('notice', failure)
    else this.notices.push(failure)
  }

  /**
   * Opens what the app was started with: a file, else the bundle of an address, else the last one, else the one that
   * ships with it. Whatever fails, the next is opened too, so that the desk can be used; the reader is told of the
   * first failure. What is opened only because another could not be is not remembered as the last.
   */
  start(file: string | null, place: Place | null): Promise<void> {
    return this.inTurn(async () => {
      const last = fileOf(this.state.current, this.state.current.bundle)
      const isOpen =
        (file !== null && (await this.open(file, true))) ||
        (place !== null && (await this.openNamed(place.bundle))) ||
        (last !== null && (await this.open(last, false)))
      if (!isOpen) await this.open(this.defaultBundle, false)
      this.goTo(place)
    })
  }

  /** Opens a file at the reader's wish. The failure, if any, is part of the session; the open bundle stays. */
  openFile(path: string): Promise<Session> {
    return this.inTurn(async () => {
      this.failure = null
      await this.open(path, true)
      return this.session()
    })
  }

  /** Opens a bundle of the reader's by its id. The failure, if any, is part of the session; the open bundle stays. */
  openKnown(bundle: BundleId): Promise<Session> {
    return this.inTurn(async () => {
      this.failure = null
      if (!this.isOpen(bundle) && !(await this.openNamed(bundle)))
        this.failure ??= { code: 'NO_SUCH_BUNDLE', at: bundle }
      return this.session()
    })
  }

  /** The bundles that the reader has; while a folder is previewed, only what is on the desk. */
  bundles(): Promise<readonly ShelfBundle[]> {
    return this.inTurn(() => this.shelf.list(this.preview === null))
  }

  /** Takes a bundle off the shelf. Replies with those that stay. */
  forget(bundle: BundleId): Promise<readonly ShelfBundle[]> {
    return this.inTurn(() => {
      this.shelf.forget(bundle)
      return this.shelf.list(this.preview === null)
    })
  }

  /** Opens the bundle that ships with the app. */
  openDefault(): Promise<Session> {
    return this.openFile(this.defaultBundle)
  }

  /** Opens what is open once more: the reader trusts other keys now. */
  reopen(): Promise<Session> {
    return this.inTurn(async () => {
      const { current } = this.library
      if (current !== null) {
        this.failure = null
        await this.open(current.path, false)
      }
      return this.session()
    })
  }

  /**
   * Shows what was packed of a folder that is previewed. A new good bundle takes the place of the one before, unless the
   * reader has opened something else meanwhile; nothing of it is remembered.
   */
  showPreview(now: Preview, bundle: string | null): Promise<void> {
    return this.inTurn(async () => {
      this.preview = now
      const open = this.library.current
      const isElsewhere = open !== null && open.path !== this.previewed?.path
      if (bundle !== null && now.revision !== this.previewed?.revision && !isElsewhere) {
        this.failure = null
        if (await this.open(bundle, false)) this.previewed = { path: bundle, revision: now.revision }
      }
      if (this.listening) this.announce('preview', this.session())
    })
  }

  /** Follows what another start of the app was asked for. */
  follow({ file, place, badAddress }: HandOver): Promise<void> {
    return this.inTurn(async () => {
      if (badAddress) this.tell({ code: 'BAD_ADDRESS' })
      const before = { open: this.library.current, failure: this.failure }
      this.failure = null
      if (file !== null) await this.open(file, true)
      if (place !== null && !this.isOpen(place.bundle)) await this.openNamed(place.bundle)
      const isNews = file !== null || this.library.current !== before.open || this.failure !== null
      if (!isNews || !this.listening) this.failure ??= before.failure // nobody has been told of it yet
      if (!this.listening) this.goTo(place)
      else if (isNews) {
        this.goTo(place)
        this.announce('session', this.session())
      } else if (place !== null) {
        if (this.isOpen(place.bundle)) this.announce('location', place.path)
        else this.tell({ code: 'NO_SUCH_BUNDLE', at: place.bundle })
      }
    })
  }

  /** The session for the window of the desk. What was kept for it is handed out once. */
  private session(): Session {
    const session = this.peek()
    this.notices = []
    this.asked = null
    return session
  }

  /** Does work when all work before is done. Its answer goes out before the next begins, which may announce more. */
  private inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const done = this.work.then(work)
    this.work = done.catch(() => undefined).then(() => new Promise((next) => setImmediate(next)))
    return done
  }

  /** Keeps where to go for the session that is handed out next. */
  private goTo(place: Place | null): void {
    if (place === null) return
    if (this.isOpen(place.bundle)) this.asked = place
    else this.notices.push({ code: 'NO_SUCH_BUNDLE', at: place.bundle })
  }

  private isOpen(bundle: BundleId): boolean {
    return this.library.current?.info.id === bundle
  }

  /** Opens the bundle that a link names: where the reader opened it before, else the one that ships, if that is it. */
  private async openNamed(bundle: BundleId): Promise<boolean> {
    for await (const path of this.shelf.pathsOf(bundle)) if (await this.open(path, true)) return true
    return false
  }

  /** The first failure since it was last set to null is kept. */
  private async open(path: string, remember: boolean): Promise<boolean> {
    const opened = await this.library.openFile(path)
    if (!opened.ok) {
      this.failure ??= { ...opened.failure, at: this.nameFor(path, opened.failure.at) }
      return false
    }
    const { id } = opened.value.info
    const signed = withSigner(this.state.current, id, opened.value.signature)
    if (signed !== this.state.current) this.state.change(() => signed)
    const isShipped = this.shelf.isShipped(path)
    if (isShipped) this.shelf.knowShipped(id)
    if (remember) this.state.change((state) => withBundle(state, id, isShipped ? null : opened.value.path))
    return true
  }

  /** Readers know the name of the file, not the folders above it. */
  private nameFor(path: string, at: string): string {
    return at === '' || at === path ? basename(path) : `${basename(path)}, ${at}`
  }
}
