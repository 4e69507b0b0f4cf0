import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import {
  formatAddress,
  formatReference,
  formatReferences,
  type CslRecord,
  type Passage,
  type ReferenceStyle,
  type Source,
} from '../../bundle'
import type { ReferenceFormat, ReferencesOf } from '../../shared/contract'
import { app } from '../bridge'
import { useSession } from '../stores/session'
import { linkOf } from './place-link'

/** The style that was copied last: a passage is cited in it too. */
const style = shallowRef<ReferenceStyle>('vancouver')

/** Copying and saving references, passages and links; each says what it did. */
export function useCiting() {
  const { t } = useI18n()
  const route = useRoute()
  const session = useSession()

  async function copy(text: string, said: string): Promise<void> {
    const copied = await app.copyText({ text })
    if (copied.ok) session.say(said)
    else session.tell(copied.failure)
  }

  const addressOf = (source: Source, passage: Passage | null): string =>
    session.bundle === null
      ? ''
      : formatAddress({
          bundle: session.bundle.id,
          path: `/sources/${source.id}${passage === null ? '' : `?passage=${passage.id}`}`,
        })

  return {
    /** Copies the reference of one record, or the list of several, in a style. */
    copyReferences: (records: readonly CslRecord[], chosen: ReferenceStyle): Promise<void> => {
      style.value = chosen
      const [first, ...more] = records
      if (first === undefined) return Promise.resolve(session.say(t('cite.none')))
      const text = more.length === 0 ? formatReference(first, chosen) : formatReferences(records, chosen)
      const named = { style: t(`cite.style.${chosen}`), n: records.length }
      return copy(text, t('cite.copiedReferences', named, records.length))
    },

    /** Copies the words of a passage, its reference, where it stands, and the link to it. */
    copyPassage: (source: Source, passage: Passage): Promise<void> => {
      const { quote, position } = passage
      const reference =
        source.record === null ? `${source.title}.` : formatReference(source.record, style.value)
      const lines = [
        `“${quote}”`,
        reference,
        position.in === 'pdf' ? t('cite.page', { label: position.label }) : '',
        source.kind === 'digest' && position.in === 'text'
          ? t('cite.fromDigest', { bundle: session.bundle?.title ?? '' })
          : '',
        addressOf(source, passage),
      ]
      return copy(lines.filter((line) => line !== '').join('\n'), t('cite.copiedPassage'))
    },

    /** Copies the link to a source or to a passage in it. */
    copySourceLink: (source: Source, passage: Passage | null): Promise<void> =>
      copy(addressOf(source, passage), t(`cite.copiedLink.${passage === null ? 'source' : 'passage'}`)),

    /** Copies the link to what the window shows: the statement, finding or passage that is chosen. */
    copyLink: (): Promise<void> => {
      const link = linkOf(route.path, route.query)
      if (link === null) return Promise.resolve(session.say(t('state.noBundle')))
      return copy(link.address, t(`cite.copiedLink.${link.to}`))
    },

    /** Saves records for a reference manager where the reader says. */
    save: async (of: ReferencesOf, format: ReferenceFormat): Promise<void> => {
      if (session.bundle === null) return
      const reply = session.valueOf(await app.saveReferences({ bundle: session.bundle.id, of, format }))
      if (reply !== null && reply.saved !== null) session.say(t('state.saved', { name: reply.saved }))
    },
  }
}
