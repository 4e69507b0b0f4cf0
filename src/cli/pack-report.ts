import { exitCodes, type ExitCode } from './exit-codes'
import { flawLine, flawRecord } from './flaw-lines'
import { isWarning, type Packed } from './pack'
import type { Terminal } from './terminal'

/** Tells a person how packing went. */
export function reportPacked(packed: Packed, out: string, terminal: Terminal): ExitCode {
  const { flaws } = packed
  if (packed.is === 'not run') {
    for (const flaw of flaws) terminal.err(flawLine(flaw))
    if (packed.why !== '') terminal.err(`${out} was not written: ${packed.why}`)
    return exitCodes.couldNotRun
  }
  for (const flaw of flaws) terminal.out(flawLine(flaw))
  const warnings = flaws.filter(isWarning).length
  const told = [count(flaws.length - warnings, 'error'), count(warnings, 'warning')].join(', ')
  if (packed.is === 'flawed') {
    terminal.out(`${told}; nothing was written.`)
    return exitCodes.flaws
  }
  const { written, coverage, keyId } = packed
  terminal.out(
    `${out}: ${count(written.files, 'file')}, ${written.octets} bytes; ` +
      `${count(coverage.statements, 'statement')}, ${count(coverage.findings, 'finding')}, ` +
      `${count(coverage.passages, 'passage')}; ${told}; ` +
      `${keyId === null ? 'not signed' : `signed with key ${keyId}`}.`,
  )
  return exitCodes.done
}

/** Tells a program how packing went, as one line of JSON. */
export function reportPackedAsJson(packed: Packed, out: string, terminal: Terminal): ExitCode {
  const record = {
    ok: packed.is === 'written',
    flaws: packed.flaws.map(flawRecord),
    ...('coverage' in packed ? { coverage: packed.coverage } : {}),
    ...(packed.is === 'written' ? { out, ...packed.written, keyId: packed.keyId } : {}),
    ...(packed.is === 'not run' && packed.why !== '' ? { why: packed.why } : {}),
  }
  terminal.out(JSON.stringify(record))
  if (packed.is === 'written') return exitCodes.done
  return packed.is === 'flawed' ? exitCodes.flaws : exitCodes.couldNotRun
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`
