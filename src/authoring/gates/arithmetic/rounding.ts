/** Half of the last place of a printed figure: 0.05 for `0.3`, 0.5 for `45`. A figure says no more than this. */
export const halfPlace = (printed: number | string): number => {
  const [, decimals = ''] = String(printed).split('.')
  return 0.5 * 10 ** -decimals.length
}

/** Whether two figures agree when each may be out by a tolerance; the least difference a computer makes is nothing. */
export const agree = (one: number, other: number, tolerance: number): boolean =>
  Math.abs(one - other) <= tolerance + 1e-9
