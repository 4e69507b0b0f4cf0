import { InvalidArgumentError, type Command } from 'commander'
import type { CompileOptions } from '../authoring'
import { daySchema } from '../bundle'

/** The options by which dates are judged, as typed. */
export interface DateOptions {
  readonly today?: string
  readonly allowExpired?: true
}

/** Adds `--allow-expired` and `--today`. */
export const addDateOptions = (command: Command): Command =>
  command
    .option('--allow-expired', 'only warn of content that is past its date')
    .option('--today <day>', 'judge dates as on this day, such as 2026-11-22 (default: today)', readDay)

/** Against which day the content is judged. */
export const datesOf = ({ today, allowExpired }: DateOptions): CompileOptions => ({
  today: today ?? new Date().toISOString().slice(0, 10),
  allowExpired: allowExpired === true,
})

function readDay(text: string): string {
  if (daySchema.safeParse(text).success) return text
  throw new InvalidArgumentError('It must be a day, such as 2026-11-22.')
}
