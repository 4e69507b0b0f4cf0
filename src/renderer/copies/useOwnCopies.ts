import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { recognise, shortLabel, sourceIdSchema, type BundleId, type Source } from '../../bundle'
import { largestCopy } from '../../shared/contract'
import type { Failure } from '../../shared/failure'
import { app } from '../bridge'
import { useContent } from '../composables/useContent'
import { useSession } from '../stores/session'
import { useCopyTexts } from './copy-texts'
import { attachFile } from './send-copy'
import { firstChoice, isCertain, type Candidate, type Choice } from './candidates'

/** A source that a file can be attached to. */
export interface Target {
  readonly id: string
  readonly label: string
}

/** What the reader is asked before files are attached. */
export interface Question {
  readonly bundle: BundleId
  readonly candidates: readonly Candidate[]
  readonly targets: readonly Target[]
  readonly choice: Choice
}

/** Several papers of a year share a label; the title tells them apart. */
const named = (label: string, title: string | undefined): string =>
  title === undefined || title === label ? label : `${label}, ${title}`

/** Counts what was attached and removed: whoever shows a copy looks again. */
const changes = shallowRef(0)
const question = shallowRef<Question | null>(null)

/** Attaching and removing the reader's own copies. The question is for the one sheet that the window has. */
export function useOwnCopies() {
  const { t } = useI18n()
  const session = useSession()
  const content = useContent()
  const texts = useCopyTexts()

  async function lookAt(file: File, records: Parameters<typeof recognise>[1]): Promise<Candidate | Failure> {
    if (file.size > largestCopy) return { code: 'COPY_TOO_LARGE', at: file.name }
    const head = await file.slice(0, 1024).arrayBuffer()
    if (!new TextDecoder('latin1').decode(head).includes('%PDF-')) return { code: 'NOT_A_PDF', at: file.name }
    const { readGlimpse } = await import('./read-glimpse')
    const seen = await readGlimpse(file)
    if (typeof seen === 'string') return { file, found: null, unseen: seen }
    return { file, found: recognise(seen, records), unseen: null }
  }

  /** Attaches one file; false when it could not be, of which the reader is told. */
  async function attach(bundle: BundleId, id: string, file: File): Promise<boolean> {
    const source = sourceIdSchema.parse(id)
    const kept = session.valueOf(await attachFile({ bundle, source }, file))
    if (kept === null) return false
    changes.value++
    void texts.changed(kept)
    return true
  }

  return {
    changes,
    question,

    /** Takes files that the reader chose or dropped on a source, and asks where they belong if that is not certain. */
    offer: async (files: readonly File[], here: Source): Promise<void> => {
      const { bundle } = session
      if (bundle === null || content.value === null || files.length === 0) return
      session.say(t('copy.reading', files.length))
      const records = session.valueOf(await content.value.references()) ?? []
      const candidates: Candidate[] = []
      for (const file of files) {
        const seen = await lookAt(file, records).catch((error: unknown): Failure => ({
          code: 'COPY_NOT_KEPT',
          at: file.name,
          detail: String(error),
        }))
        if ('code' in seen) session.tell(seen)
        else candidates.push(seen)
      }
      if (candidates.length === 0) return
      const before = session.valueOf(await app.ownCopy({ bundle: bundle.id, source: here.id }))
      const [first] = candidates
      if (first !== undefined && before === null && isCertain(candidates, here.id)) {
        if (await attach(bundle.id, here.id, first.file))
          session.say(t('copy.attached', { label: here.label }))
        return
      }
      const others = records.filter(({ id }) => id !== here.id)
      question.value = {
        bundle: bundle.id,
        candidates,
        targets: [
          { id: here.id, label: named(here.label, here.title) },
          ...others.map((record) => ({ id: record.id, label: named(shortLabel(record), record.title) })),
        ],
        choice: firstChoice(candidates, here.id),
      }
    },

    /** Attaches what the reader chose in the sheet, and closes it. */
    answer: async (choice: Choice): Promise<void> => {
      const asked = question.value
      question.value = null
      let count = 0
      for (const [index, { file }] of (asked?.candidates ?? []).entries()) {
        const id = choice[index] ?? ''
        if (asked !== null && id !== '' && (await attach(asked.bundle, id, file))) count++
      }
      if (count > 0) session.say(t('copy.attachedMany', count))
    },

    /** Closes the sheet; nothing is attached. */
    cancel: (): void => void (question.value = null),

    /** Removes the copy of a source, if the reader goes through with it. False when it stays. */
    remove: async ({ id, label }: Source): Promise<boolean> => {
      if (session.bundle === null) return false
      const done = session.valueOf(await app.removeCopy({ bundle: session.bundle.id, source: id }))
      if (done?.removed !== true) return false
      await texts.changed(null)
      changes.value++
      session.say(t('copy.removed', { label }))
      return true
    },
  }
}
