import { defineStore } from 'pinia'
import { computed, nextTick, shallowRef } from 'vue'
import type { BundleInfo, Outcome } from '../../bundle'
import type { FormerSigner, Preview, Session, SignatureState } from '../../shared/contract'
import type { Failure } from '../../shared/failure'
import { app } from '../bridge'
import { useSettings } from './settings'

/** How long the status bar says something, in milliseconds. */
const shownFor = 5_000

/** The open bundle and what the reader should be told. Outlives every screen. */
export const useSession = defineStore('session', () => {
  const bundle = shallowRef<BundleInfo | null>(null)
  const file = shallowRef<string | null>(null)
  const signature = shallowRef<SignatureState>({ is: 'none' })
  const signedBefore = shallowRef<FormerSigner | null>(null)
  const preview = shallowRef<Preview | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const notices = shallowRef<readonly Failure[]>([])
  const announcement = shallowRef('')
  const said = shallowRef('')
  let saying: ReturnType<typeof setTimeout> | undefined

  /** Has a screen reader say something, also when it is what it said before. */
  async function announce(text: string): Promise<void> {
    announcement.value = ''
    await nextTick()
    announcement.value = text
  }

  /** Says something short in the status bar and to a screen reader: saved, printed, nothing to print. */
  function say(text: string): void {
    said.value = text
    clearTimeout(saying)
    saying = setTimeout(() => (said.value = ''), shownFor)
    void announce(text)
  }

  /** Takes over what main says. Returns the path to show, if it names one. */
  function take(session: Session): string | null {
    bundle.value = session.bundle
    file.value = session.file
    signature.value = session.signature
    signedBefore.value = session.signedBefore
    preview.value = session.preview
    failure.value = session.failure
    session.notices.forEach(tell)
    useSettings().take(session.settings)
    return session.location
  }

  /** Tells the reader of a failure, beside the content, until they put it away. */
  function tell(notice: Failure): void {
    notices.value = [
      ...notices.value.filter(({ code, at }) => code !== notice.code || at !== notice.at),
      notice,
    ]
  }

  /** The value of a good outcome; of a failed one the reader is told, and null. */
  function valueOf<Value>(outcome: Outcome<Value, Failure>): Value | null {
    if (outcome.ok) return outcome.value
    tell(outcome.failure)
    return null
  }

  return {
    bundle: computed(() => bundle.value),
    file: computed(() => file.value),
    signature: computed(() => signature.value),
    signedBefore: computed(() => signedBefore.value),
    preview: computed(() => preview.value),
    failure: computed(() => failure.value),
    notices: computed(() => notices.value),
    /** What a screen reader should say next. */
    announcement,
    /** What the status bar says for a while, for everybody. */
    said: computed(() => said.value),
    announce,
    say,
    take,
    /** Takes over what is known of the folder that is previewed, and nothing else. */
    takePreview: (now: Preview | null) => (preview.value = now),
    tell,
    valueOf,
    dismiss: (notice: Failure) => (notices.value = notices.value.filter((one) => one !== notice)),
    clearFailure: () => (failure.value = null),
    start: async () => {
      const outcome = await app.getSession(null)
      if (!outcome.ok) {
        failure.value = outcome.failure
        return null
      }
      return take(outcome.value)
    },
  }
})
