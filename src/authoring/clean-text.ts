/**
 * The text of a file as the rest of authoring sees it: without a byte order mark, and with one kind of line end, so
 * that a folder written on Windows compiles to the same bytes. Line numbers stay as the author's editor shows them.
 */
export const cleanText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
