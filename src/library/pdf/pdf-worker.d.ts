/** The part of pdf.js that reads files; pdf.js types only the part that asks it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
