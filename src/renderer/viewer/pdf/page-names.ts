import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PDFDocumentProxy } from 'pdfjs-dist'

/** The labels that a PDF gives its pages, and what a page is called for a screen reader. */
export interface PageNames {
  /** By page; null while they are read, and when it has none. */
  readonly labels: Readonly<ShallowRef<readonly string[] | null>>
  /** @param page counted from 1 */
  readonly nameOf: (page: number) => string
  /** Reads the labels; null when there are none. */
  readonly read: () => Promise<readonly string[] | null>
}

/** Names the pages of a document by number, and by the label that is printed on them once that is read. */
export function usePageNames(document: PDFDocumentProxy): PageNames {
  const { t } = useI18n()
  const labels = shallowRef<readonly string[] | null>(null)
  return {
    labels,
    nameOf: (page) => {
      const label = labels.value?.[page - 1]
      return label === undefined || label === String(page)
        ? t('viewer.pdf.page', { n: page })
        : t('viewer.pdf.labelled', { label, n: page })
    },
    read: async () => (labels.value = await document.getPageLabels()),
  }
}
