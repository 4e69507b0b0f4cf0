/* The reading half of pdf.js, as a worker of our own: it starts itself. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
