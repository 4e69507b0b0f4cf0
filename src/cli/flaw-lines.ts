import { flaws, severityOf, type Flaw } from '../bundle'
import { printable } from './printable'

/** A flaw for a person: `conditions/a.md:12  NO_FINDING  A statement rests on no finding. (a-pain) → Name …` */
export function flawLine(flaw: Flaw): string {
  const { says, next } = flaws[flaw.code]
  const detail = flaw.detail === undefined ? '' : ` (${flaw.detail})`
  return printable(
    [flaw.at, flaw.code, `${says}${detail} → ${next}`].filter((part) => part !== '').join('  '),
  )
}

/** A flaw for a machine: with what it means and what to do about it. */
export const flawRecord = (
  flaw: Flaw,
): Flaw & { says: string; next: string; severity: 'error' | 'warning' } => ({
  ...flaw,
  says: flaws[flaw.code].says,
  next: flaws[flaw.code].next,
  severity: severityOf(flaw),
})
