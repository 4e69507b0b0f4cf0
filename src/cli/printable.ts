/**
 * Control characters but for tab and line end, what turns the direction of text, and halves of characters: what a
 * stranger's bundle must not be able to print, since it moves the cursor, paints over lines, or lets a name seem another.
 */
const unprintable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** A text that a terminal shows and does not obey: what is not to be printed is written out, as in `\\u001b`. */
export const printable = (text: string): string =>
  text.replace(unprintable, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
