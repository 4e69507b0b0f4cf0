/**
 * A number as it prints: with a true minus sign (U+2212), its thousands apart, and the digits that its source printed.
 * `decimals` keeps zeros at the end that a number alone would lose: −1.20 is not −1.2 to who reads an interval. It never cuts
 * digits off.
 */
export function formatNumber(value: number, decimals = 0): string {
  const text = String(value)
  const given = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0
  const padded = decimals > given && !text.includes('e') ? value.toFixed(decimals) : text
  const [whole = '', ...rest] = padded.split('.')
  const apart = text.includes('e') ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return [apart, ...rest].join('.').replaceAll('-', '−')
}
