/** How many things can stand side by side. */
export const mostCompared = 4

/** A regimen as the route names it: the page that reports it, and its id. Neither can hold a colon. */
export interface RegimenChoice {
  readonly condition: string
  readonly regimen: string
}

/** The ids of a list in a route, each once, no more than can stand side by side. */
export const idsIn = (list: unknown): readonly string[] =>
  typeof list === 'string'
    ? [...new Set(list.split(',').filter((id) => id !== ''))].slice(0, mostCompared)
    : []

/** The regimens of a list in a route, `fibromyalgia:fm-regimen-bruun`; what is not of this form is left out. */
export const regimensIn = (list: unknown): readonly RegimenChoice[] =>
  idsIn(list).flatMap((id) => {
    const [condition, regimen, more] = id.split(':')
    return condition && regimen && more === undefined ? [{ condition, regimen }] : []
  })

/** A regimen as it stands in a route; {@link regimensIn} reads it back. */
export const regimenText = ({ condition, regimen }: RegimenChoice): string => `${condition}:${regimen}`
