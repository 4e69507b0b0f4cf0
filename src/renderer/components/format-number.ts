/** A number as it prints: with a true minus sign (U+2212), and no digits that the source did not give. */
export const formatNumber = (value: number): string => String(value).replaceAll('-', '−')
