/** Letters for which BibTeX has a command, with their accents or, of Greek, without. */
const mayHaveCommand = /[\p{Script=Latin}\p{Script=Inherited}\u0391-\u03A9\u03B1-\u03C9]/u
const letter = /[\p{L}\p{M}]/u

/** What stands for a letter while a record is in the hands of a writer that drops it. */
const mark = /@u([0-9a-f]{1,6})@/g

/**
 * Has texts written by a writer in ASCII that drops what it knows no command for, and puts back what it would have dropped:
 * `王` stays `王`.
 *
 * @param dropped says whether the writer drops a character that is no letter, or a Latin one
 */
export function keepingLetters<Data extends object>(
  data: Data,
  write: (data: Data) => string,
  dropped: (character: string) => boolean,
): string {
  const isLost = (character: string): boolean =>
    (letter.test(character) && !mayHaveCommand.test(character)) || dropped(character)
  const marked = (_key: string, value: unknown): unknown =>
    typeof value === 'string'
      ? value.replace(/[^\0-\x7F]/gu, (character) =>
          isLost(character) ? `@u${(character.codePointAt(0) ?? 0).toString(16)}@` : character,
        )
      : value
  return write(JSON.parse(JSON.stringify(data, marked)) as Data).replace(mark, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code > 0x7f && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
