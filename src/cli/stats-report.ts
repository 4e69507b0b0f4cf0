import { certainties } from '../bundle'
import { coverageText, counted, exitCodeFor, tellFlaws } from './check-report'
import { exitCodes, type ExitCode } from './exit-codes'
import { flawRecord } from './flaw-lines'
import type { Stats } from './stats'
import type { HandoutGrade } from './stats-grades'
import type { Terminal } from './terminal'

/** Tells a person what a bundle holds. */
export function reportStats(stats: Stats, path: string, terminal: Terminal): ExitCode {
  const code = exitCodeFor(stats.flaws)
  tellFlaws(stats.flaws, code, path, terminal)
  if (code === exitCodes.couldNotRun) return code
  for (const line of statsLines(stats)) terminal.out(line)
  return code
}

/** The same for a program, as one line of JSON. */
export function reportStatsAsJson(stats: Stats, _: string, terminal: Terminal): ExitCode {
  const { flaws, info, ...numbers } = stats
  const code = exitCodeFor(flaws)
  const bundle = info && {
    id: info.id,
    version: info.version,
    title: info.title,
    publisher: info.publisher,
    licence: info.licence,
    languages: info.languages,
    format: info.format,
    reviewed: info.reviewed,
    expires: info.expires,
  }
  const coverage = info?.coverage ?? null
  const ok = code === exitCodes.done
  terminal.out(JSON.stringify({ ok, bundle, ...numbers, coverage, flaws: flaws.map(flawRecord) }))
  return code
}

function statsLines(stats: Stats): string[] {
  const { info, packed, files, octets, counts, sizes, largest, indexIsCurrent, grades } = stats
  return [
    ...(info === null
      ? []
      : [
          `${info.title} (${info.id} ${info.version}), ${info.publisher}`,
          `${info.licence}; ${info.languages.join(', ')}; reviewed ${info.reviewed}, expires ${info.expires}`,
        ]),
    '',
    `Size       ${[...(packed === null ? [] : [`${bytes(packed)} packed`]), `${bytes(octets)} in ${counted(files, 'file')}`].join(', ')}`,
    ...sizes.map(
      (size) =>
        `  ${size.part.padEnd(20)} ${bytes(size.octets).padStart(10)}  ${counted(size.files, 'file')}`,
    ),
    '',
    'Counts',
    ...Object.entries(counts).map(
      ([thing, number]) => `  ${thing.padEnd(20)} ${String(number).padStart(10)}`,
    ),
    '',
    ...(info === null ? [] : [`Coverage   ${coverageText(info.coverage)}`]),
    `Statements ${spread(stats.statements)}`,
    `Findings   ${spread(stats.findings)}`,
    `Index      ${indexIsCurrent ? 'ready' : 'of other rules than these: the app builds it anew at each start'}`,
    '',
    ...(grades.length === 0 ? [] : ['Reading grades of handouts', ...grades.map(gradeLine), '']),
    'Largest files',
    ...largest.map((file) => `  ${bytes(file.octets).padStart(10)}  ${file.path}`),
  ]
}

const gradeLine = ({ handout, level, language, grade, highest }: HandoutGrade): string =>
  `  ${handout}  ${language}, ${level}: ${grade === null ? 'not measured' : `grade ${grade} of at most ${highest}`}`

/** `2 low, 1 none` */
const spread = (numbers: Stats['findings']): string =>
  certainties
    .filter((certainty) => numbers[certainty] > 0)
    .map((certainty) => `${numbers[certainty]} ${certainty}`)
    .join(', ') || 'none'

/** A size for people: `812 B`, `1.4 MB`. */
function bytes(octets: number): string {
  const steps = ['B', 'kB', 'MB', 'GB']
  const step = Math.min(Math.floor(Math.log10(Math.max(octets, 1)) / 3), steps.length - 1)
  return `${step === 0 ? octets : (octets / 1000 ** step).toFixed(1)} ${steps[step] ?? ''}`
}
