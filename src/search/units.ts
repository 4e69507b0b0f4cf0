/*
 * Units, folded, with the one name under which each is searched. A number and its unit become one term (`4.5mg`), so
 * that 4.5 mg is found however it is written and never meets 4.5 micrograms. Nothing is converted: 4500 mcg is not
 * 4.5 mg here, because a reader who asks for one should see that a source says the other.
 */

/** Units that mean themselves with a number or without. */
const always: Readonly<Record<string, readonly string[]>> = {
  mg: ['mg', 'mgs', 'milligram', 'milligrams', 'milligramme', 'milligrammes'],
  mcg: ['mcg', 'mcgs', 'ug', 'μg', 'microgram', 'micrograms', 'microgramme', 'microgrammes'],
}

/** Units only after a number: hepatitis G and a Gram stain are none. */
const afterNumber: Readonly<Record<string, readonly string[]>> = {
  kg: ['kg', 'kgs', 'kilogram', 'kilograms', 'kilogramme', 'kilogrammes'],
  g: ['g', 'gm', 'gms', 'gram', 'grams', 'gramme', 'grammes'],
  ng: ['ng', 'nanogram', 'nanograms', 'nanogramme', 'nanogrammes'],
  pg: ['pg', 'picogram', 'picograms', 'picogramme', 'picogrammes'],
  l: ['l', 'litre', 'litres', 'liter', 'liters'],
  dl: ['dl', 'decilitre', 'decilitres', 'deciliter', 'deciliters'],
  ml: ['ml', 'mls', 'millilitre', 'millilitres', 'milliliter', 'milliliters'],
  mcl: ['mcl', 'ul', 'μl', 'microlitre', 'microlitres', 'microliter', 'microliters'],
  mol: ['mol', 'mole', 'moles'],
  mmol: ['mmol', 'millimole', 'millimoles'],
  mcmol: ['mcmol', 'umol', 'μmol', 'micromole', 'micromoles'],
  nmol: ['nmol', 'nanomole', 'nanomoles'],
  pmol: ['pmol', 'picomole', 'picomoles'],
  iu: ['iu', 'ius'],
  meq: ['meq', 'milliequivalent', 'milliequivalents'],
  mm: ['mm', 'millimetre', 'millimetres', 'millimeter', 'millimeters'],
  cm: ['cm', 'centimetre', 'centimetres', 'centimeter', 'centimeters'],
  mmhg: ['mmhg'],
  '%': ['%', 'percent'],
}

/** Spans of time: only spelled out, not tied to their number, because "week 12" and "12 weeks" answer each other. */
const spans: Readonly<Record<string, readonly string[]>> = {
  minute: ['min', 'mins'],
  hour: ['h', 'hr', 'hrs'],
  day: ['d'],
  week: ['wk', 'wks'],
  month: ['mo', 'mos'],
  year: ['yr', 'yrs'],
}

/** All of these, for the fingerprint of the index. */
export const unitTables = { always, afterNumber, spans } as const

const byName = (table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).flatMap(([unit, names]) => names.map((name) => [name, unit] as const)))

const loneUnits = byName(always)
const measures = byName({ ...always, ...afterNumber })
const spanUnits = byName(spans)

/** The unit of measure that a folded word is after a number, or undefined. */
export const measureOf = (word: string): string | undefined => measures.get(word)

/** The unit that a folded word is even on its own, or undefined. */
export const loneUnitOf = (word: string): string | undefined => loneUnits.get(word)

/** The span of time that a folded word stands for after a number or a unit, or undefined. */
export const spanOf = (word: string): string | undefined => spanUnits.get(word)

/** True for a folded word that may stand close to its number: `4.5mg`, `12wk`. */
export const isUnit = (word: string): boolean => measures.has(word) || spanUnits.has(word)

const perUnits = new Set(['kg', 'g', 'l', 'dl', 'ml', 'mcl', 'mmol', 'mol', 'm'])

/** True for a unit by which a dose is divided into another unit: 5 mg/kg is not 5 mg, and 5 mg/day is. */
export const isPerUnit = (word: string): boolean => perUnits.has(measureOf(word) ?? word)
