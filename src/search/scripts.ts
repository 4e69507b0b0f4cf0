/** Scripts that put no spaces between words, for a character class. The last is the Japanese sign for a long vowel. */
export const unspacedScript = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30fc`

/** Text that begins in one of these scripts. */
export const startsUnspaced = new RegExp(`^[${unspacedScript}]`, 'u')
