import { useI18n } from 'vue-i18n'
import { wholeWords } from '../../../documents'
import { app } from '../../bridge'
import { useSession } from '../../stores/session'
import type { PageReader } from './page-reader'

/** Copies the text of a whole PDF, page by page: most of its pages are not drawn, so no selection holds them. */
export function useWholeText(reader: PageReader): () => void {
  const { t } = useI18n()
  const session = useSession()
  let isReading = false

  async function copy(): Promise<void> {
    const texts: string[] = []
    for (let page = 0; page < reader.count; page++) {
      const { text } = await reader.read(page).then((read) => read.text)
      texts.push(wholeWords(text, text))
    }
    const text = texts.join('\n').trim()
    if (text === '') return session.say(t('viewer.pdf.nothingCopied'))
    const copied = await app.copyText({ text })
    if (copied.ok) session.say(t('viewer.pdf.allCopied', reader.count))
    else session.tell(copied.failure)
  }

  return () => {
    if (isReading) return
    isReading = true
    session.say(t('viewer.pdf.copyingAll', reader.count))
    void copy()
      .catch(() => session.say(t('viewer.pdf.nothingCopied'))) // a page is broken, or the document was left
      .finally(() => (isReading = false))
  }
}
