import { watch } from 'vue'
import { useRoute } from 'vue-router'
import { whenIdle } from '../../composables/when-idle'
import { useSession } from '../../stores/session'

/** So long after the page was painted, in milliseconds: what the reader sees, and the search, come first. */
const after = 1_500

/**
 * Makes ready for the first PDF while the window has nothing else to do, so that it opens as the second one does: pdf.js is
 * read and its worker started. A bundle without PDFs costs nothing, nor does a page that is laid out for paper.
 */
export function useWarmPdf(): void {
  const session = useSession()
  const route = useRoute()
  watch(
    () => session.bundle !== null && session.bundle.counts.pdfs > 0 && route.name !== 'paper',
    (isNeeded, _, onCleanup) => {
      if (isNeeded) onCleanup(whenIdle(() => void warm(), after))
    },
    { immediate: true },
  )
}

async function warm(): Promise<void> {
  const [{ loadPdfLibrary }] = await Promise.all([import('./pdf-library'), import('./PdfView.vue')])
  await loadPdfLibrary()
}
