/** How much a JSON text holds, known before it is parsed. */
export interface JsonSize {
  /** How deep its lists and objects are nested. */
  readonly depth: number
  /** At most so many values stand in it. */
  readonly values: number
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const isOpening = (byte: number): boolean => byte === 0x5b || byte === 0x7b
const isClosing = (byte: number): boolean => byte === 0x5d || byte === 0x7d

/**
 * Measures a JSON text in one pass over its bytes. Parsed, a text can take a hundred times its own memory, so what is
 * too large is found here, where it costs nothing. Of bytes that are no JSON the measure means nothing.
 */
export function sizeOfJson(bytes: Uint8Array): JsonSize {
  let [depth, deepest, values] = [0, 0, 1]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === quote) at = endOfText(bytes, at)
    else if (byte === comma) values++
    else if (isOpening(byte)) {
      values++
      depth++
      if (depth > deepest) deepest = depth
    } else if (isClosing(byte)) depth--
  }
  return { depth: deepest, values }
}

/** Where the quote stands that ends a text. */
function endOfText(bytes: Uint8Array, start: number): number {
  let at = start + 1
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1
  return at
}
