import type { ClaimsFile, Verdict } from '../../bundle'
import type { Row } from '../../search'

/** One row for each claim, found by what is said, in other words too, and by our answer. */
export const claimRows = ({ claims }: ClaimsFile): Row[] =>
  claims.map(({ id, says, why, heading, who, verdict, conditions, layWords }) => ({
    kind: 'claim',
    id,
    title: says,
    text: [says, ...why].join(' '),
    // A claim is somebody else's: it never stands without what we found of it.
    where: `Said by ${who}${heading === '' ? '' : `, under “${heading}”`}: ${verdicts[verdict]}`,
    path: `/claims?claim=${id}`,
    conditions,
    ...(layWords.length === 0 ? {} : { also: layWords.join(', ') }),
  }))

const verdicts: Readonly<Record<Verdict, string>> = {
  supported: 'supported',
  partly: 'partly supported',
  unsupported: 'unsupported',
  contradicted: 'contradicted',
  opinion: 'opinion',
}
