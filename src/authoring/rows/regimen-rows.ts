import type { Condition, Regimen } from '../../bundle'
import type { Row } from '../../search'
import { placeName } from './words'

/** One row for each regimen of a condition. */
export const regimenRows = ({ id, title, aliases, regimens }: Condition): Row[] =>
  regimens.map((regimen) => ({
    kind: 'regimen',
    id: regimen.id,
    title: regimen.title,
    text: scheduleOf(regimen),
    // Nobody reads a dose here without being told that it was only reported.
    where: `${placeName(title, 'reported regimens')}, not a recommendation`,
    path: `/conditions/${id}?regimen=${regimen.id}`,
    also: [title, ...aliases].join(', '),
    conditions: [id],
    ...(regimen.certainty === null ? {} : { certainty: regimen.certainty }),
  }))

const scheduleOf = ({ start, steps, target, maximum, timing, duration, form, note }: Regimen): string =>
  [
    start && `Start ${start}`,
    steps && `Steps ${steps}`,
    target && `Target ${target}`,
    maximum && `Maximum ${maximum}`,
    timing,
    duration,
    form,
    note,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('; ')
