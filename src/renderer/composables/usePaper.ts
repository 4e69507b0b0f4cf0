import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PaperPage } from '../../shared/contract'
import { app } from '../bridge'
import { useSession } from '../stores/session'

/** Printing and saving a page as PDF; says how it went. */
export function usePaper() {
  const session = useSession()
  const { t } = useI18n()
  const busy = ref(false)

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work()
    } finally {
      busy.value = false
    }
  }

  return {
    busy,
    /** Prints after the system's dialog. */
    print: (page: PaperPage) =>
      whileBusy(async () => {
        if (session.bundle === null) return
        const reply = session.valueOf(await app.printPage({ bundle: session.bundle.id, page }))
        if (reply?.printed === true) session.say(t('state.printed'))
      }),
    /** Saves as tagged PDF where the reader says. */
    savePdf: (page: PaperPage) =>
      whileBusy(async () => {
        if (session.bundle === null) return
        const reply = session.valueOf(await app.savePdf({ bundle: session.bundle.id, page }))
        if (reply !== null && reply.saved !== null) session.say(t('state.saved', { name: reply.saved }))
      }),
  }
}
