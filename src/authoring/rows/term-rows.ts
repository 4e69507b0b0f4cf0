import type { Glossary } from '../../bundle'
import type { Row } from '../../search'

/** One row for each term of the glossary. */
export const termRows = ({ terms }: Glossary): Row[] =>
  terms.map(({ id, term, aliases, says }) => ({
    kind: 'term',
    id,
    title: term,
    text: says,
    where: 'Glossary',
    path: `/glossary?term=${id}`,
    ...(aliases.length === 0 ? {} : { also: aliases.join(', ') }),
  }))
