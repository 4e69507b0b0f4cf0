/** "45 of 100", "45 out of 100", "1 in 10". */
const natural = /\d{1,9}\s{1,3}(?:out\s+)?(?:of|in)\s+(?:every\s+)?\d+/i

/**
 * True when a text gives a chance in percent only. Patients judge chances better as counts of people: "45 of 100"
 * (Trevena et al., BMC Med Inform Decis Mak 2013;13 Suppl 2:S7).
 */
export const hasPercentOnly = (text: string): boolean =>
  /\d\s?%|\bper ?cent\b/i.test(text) && !natural.test(text)
