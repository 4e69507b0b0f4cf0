import type { Resources } from '../../bundle'
import type { Row } from '../../search'

/** One row for each resource. */
export const resourceRows = ({ resources }: Resources): Row[] =>
  resources.map(({ id, title, kind, offers, runBy, note }) => ({
    kind: 'resource',
    id,
    title,
    text: [offers, runBy, note].filter((part) => part !== undefined).join(' '),
    where: `Resources, ${kind}`,
    path: `/resources?resource=${id}`,
  }))
