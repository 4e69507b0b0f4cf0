import type { Found } from '../../search'

/** Says of which kinds nothing has all words, so that who reads their hits knows that a word is missing there. */
export function lackingNote(
  { lacking }: Found,
  t: (key: string, named?: Readonly<Record<string, string>>) => string,
): string {
  const kinds = lacking.map((kind, at) => {
    const name = t(`search.groups.${kind}`)
    return at === 0 ? name : name.toLowerCase()
  })
  return t('search.lacking', { kinds: kinds.join(', ') })
}
