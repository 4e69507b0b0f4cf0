import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { PDFFindController, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { PDFViewerOptions } from 'pdfjs-dist/types/web/pdf_viewer'
import type { SearchProgress } from '../searcher'
import type { PageView } from './page-view'
import type { PdfLibrary } from './pdf-library'

/** How pages are fitted to the pane. */
export type Fit = 'page-width' | 'page-fit'

/** How large the pages are: fitted to the pane, or as many times their size on paper. */
export type Zoom = Fit | number

/** A place in a PDF: the page, counted from 1, and the point of it that is at the top left, in points. */
export interface PdfPlace {
  readonly page: number
  readonly left: number
  readonly top: number
}

/** What a stage tells whoever put it up. */
export interface StageListener {
  /** Another page is at the top; counted from 1. */
  readonly paged: (page: number) => void
  /** In percent of the size on paper, and which fit holds. */
  readonly scaled: (percent: number, fit: Fit | null) => void
  readonly searched: (progress: SearchProgress) => void
  /** A page has been drawn, or drawn anew. */
  readonly drawn: (view: PageView) => void
  /** The links and notes of a page stand. */
  readonly annotated: (page: HTMLElement) => void
  readonly moved: (place: PdfPlace) => void
  /** A page cannot be drawn. */
  readonly failed: (page: number) => void
}

/** What pdf.js tells of a page that it has drawn; of a very large one it draws the part on screen once more. */
interface PageRendered {
  readonly source: PageView
  readonly pageNumber: number
  readonly error: unknown
  readonly isDetailView: boolean
}

/** The most that one page's picture may hold, in pixels: above it only what is on screen is drawn sharply. */
const mostPixels = 2 ** 24

/** pdf.js looks up its texts; we name its parts ourselves. */
const silent = {
  getLanguage: () => 'en-us',
  getDirection: () => 'ltr',
  get: (_ids: unknown, _args: unknown, fallback: unknown) => Promise.resolve(fallback ?? ''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
}

/** The pages of one PDF in a box that scrolls. Only those near the screen are drawn, and let go when they are far. */
export class PdfStage {
  private readonly viewer: PDFViewer
  private readonly bus
  private readonly links
  private readonly finder: PDFFindController
  private readonly stop = new AbortController()
  private fit: Fit | null = 'page-width'

  constructor(
    private readonly library: PdfLibrary,
    readonly document: PDFDocumentProxy,
    private readonly container: HTMLDivElement,
    pages: HTMLDivElement,
    private readonly listener: StageListener,
  ) {
    const { web } = library
    this.bus = new web.EventBus()
    this.links = new web.PDFLinkService({ eventBus: this.bus, ignoreDestinationZoom: true })
    this.links.externalLinkEnabled = false
    this.finder = new web.PDFFindController({ eventBus: this.bus, linkService: this.links })
    const options: PDFViewerOptions & { abortSignal: AbortSignal } = {
      container,
      viewer: pages,
      eventBus: this.bus,
      linkService: this.links,
      findController: this.finder,
      annotationMode: library.api.AnnotationMode.ENABLE,
      annotationEditorMode: library.api.AnnotationEditorType.DISABLE,
      removePageBorders: false,
      maxCanvasPixels: mostPixels,
      enableAutoLinking: false,
      imageResourcesPath: '/assets/pdfjs/web/images/',
      l10n: silent as never,
      abortSignal: this.stop.signal, // its types do not know it yet
    }
    this.viewer = new web.PDFViewer(options)
    this.links.setViewer(this.viewer)
    this.listen()
    this.links.setDocument(document)
    tellOfMissing(document, listener.failed)
    this.viewer.setDocument(document)
  }

  /** Resolves when the pages stand. None is drawn before {@link zoom} gives them a size. */
  async ready(): Promise<void> {
    await this.viewer.firstPagePromise
  }

  /** Counted from 1. */
  get page(): number {
    return this.viewer.currentPageNumber
  }

  goToPage(page: number): void {
    this.viewer.scrollPageIntoView({ pageNumber: page })
  }

  goTo({ page, left, top }: PdfPlace): void {
    this.viewer.scrollPageIntoView({
      pageNumber: page,
      destArray: [null, { name: 'XYZ' }, left, top, null],
      allowNegativeOffset: true,
      ignoreDestinationZoom: true,
    })
  }

  /** Follows a destination of the outline or of a link. */
  follow(destination: string | unknown[]): Promise<void> {
    return this.links.goToDestination(destination as never)
  }

  setLabels(labels: readonly string[]): void {
    this.viewer.setPageLabels([...labels])
  }

  zoom(to: Zoom): void {
    this.viewer.currentScaleValue = String(to)
  }

  /** One step larger or smaller, about a point of the window if one is given. */
  step(by: 1 | -1): void {
    this.viewer.updateScale({ steps: by } as never)
  }

  /** Larger or smaller by a factor, about a point of the window; the pages are drawn anew when that comes to rest. */
  pinch(factor: number, x: number, y: number): void {
    const { left, top } = this.container.getBoundingClientRect()
    this.viewer.updateScale({ drawingDelay: 300, scaleFactor: factor, origin: [x - left, y - top] } as never)
  }

  /** Turns all pages to the right; the page that was read stays. */
  rotate(): void {
    const { page } = this
    this.viewer.pagesRotation += 90
    this.goToPage(page)
  }

  /** The box has another size: pages that are fitted to it follow. */
  resized(): void {
    if (this.fit !== null) this.viewer.currentScaleValue = this.fit
    this.viewer.update()
  }

  /** Has it told at once where it is; pdf.js else waits until scrolling rests. */
  tellPlace(): void {
    this.viewer.update()
  }

  /** A page with its true size, counted from 0; its view may still have that of the first page. */
  async pageView(index: number): Promise<PageView> {
    const page: PDFPageProxy = await this.document.getPage(index + 1)
    const view = this.viewer.getPageView(index) as PageView
    if (view.pdfPage === null) view.setPdfPage(page)
    return view
  }

  search(query: string | readonly string[]): void {
    this.find(query, '', false)
  }

  searchOn(by: 1 | -1): void {
    this.find(this.query, 'again', by === -1)
  }

  endSearch(): void {
    this.query = ''
    this.bus.dispatch('findbarclose', { source: this })
  }

  close(): void {
    this.stop.abort()
    this.viewer.setDocument(null as never)
    this.links.setDocument(null)
  }

  private query: string | readonly string[] = ''

  private find(query: string | readonly string[], type: '' | 'again', findPrevious: boolean): void {
    this.query = query
    this.bus.dispatch('find', {
      source: this,
      type,
      query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious,
      matchDiacritics: false,
    })
  }

  private listen(): void {
    const { listener, bus } = this
    const on = <Event>(name: string, heard: (event: Event) => void): void =>
      bus.on(name, heard, { signal: this.stop.signal })
    on<{ pageNumber: number }>('pagechanging', ({ pageNumber }) => listener.paged(pageNumber))
    on<{ scale: number; presetValue?: string }>('scalechanging', ({ scale, presetValue }) => {
      this.fit = presetValue === 'page-width' || presetValue === 'page-fit' ? presetValue : null
      listener.scaled(Math.round(scale * 100), this.fit)
    })
    on<PageRendered>('pagerendered', ({ source, pageNumber, error, isDetailView }) => {
      if (error) listener.failed(pageNumber)
      else if (!isDetailView) listener.drawn(source) // a sharp part of a page that was drawn before
    })
    on<{ source: { div?: HTMLElement } }>('textlayerrendered', ({ source }) =>
      source.div?.querySelector('.textLayer')?.setAttribute('tabindex', '-1'),
    )
    on<{ source: { div: HTMLElement } }>('annotationlayerrendered', ({ source }) =>
      listener.annotated(source.div),
    )
    on<{ location: { pageNumber: number; left: number; top: number } }>('updateviewarea', ({ location }) =>
      listener.moved({ page: location.pageNumber, left: location.left, top: location.top }),
    )
    on<{ matchesCount: { current: number; total: number } }>('updatefindmatchescount', ({ matchesCount }) =>
      listener.searched({ ...matchesCount, isLooking: true }),
    )
    on<{ state: number; matchesCount: { current: number; total: number } }>(
      'updatefindcontrolstate',
      ({ state, matchesCount }) =>
        listener.searched({ ...matchesCount, isLooking: state === this.library.web.FindState.PENDING }),
    )
  }
}

/** A page that the file names and does not hold pdf.js leaves blank without a word. */
function tellOfMissing(document: PDFDocumentProxy, missing: (page: number) => void): void {
  const getPage = document.getPage.bind(document)
  document.getPage = (page) =>
    getPage(page).catch((error: unknown) => {
      missing(page)
      throw error
    })
}
