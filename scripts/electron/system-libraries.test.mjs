import { describe, expect, it } from 'vitest'
import { missingLibraries, needs } from './system-libraries.mjs'

const files = needs.map(({ file }) => file).filter((file) => file !== 'Xvfb')

/** @param {readonly string[]} names */
const lddOf = (names) =>
  [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    ...names.map((name) => `\t${name} => /lib/x86_64-linux-gnu/${name} (0x7f)`),
  ].join('\n')

/** @param {readonly string[]} names @param {string} kind */
const ldconfigOf = (names, kind = 'libc6,x86-64') =>
  ['537 libs found in cache', ...names.map((name) => `\t${name} (${kind}) => /lib/${name}`)].join('\n')

describe('missingLibraries', () => {
  it('finds nothing missing on a complete system', () => {
    expect(missingLibraries(lddOf(files), ldconfigOf(files))).toEqual([])
  })

  it('names what the program is linked to and the system lacks', () => {
    const ldd = `${lddOf(files.slice(1))}\n\tlibgtk-3.so.0 => not found\n\tlibXcomposite.so.1 => not found`
    expect(missingLibraries(ldd, ldconfigOf(files.slice(1)))).toEqual(['libgtk-3.so.0', 'libXcomposite.so.1'])
  })

  it('names what the program would open by name only', () => {
    expect(missingLibraries(lddOf([]), ldconfigOf(files.slice(1)))).toEqual(['libgtk-3.so.0'])
  })

  it('does not count libraries for another kind of processor', () => {
    const ldconfig = `${ldconfigOf(files.slice(1))}\n${ldconfigOf(['libgtk-3.so.0'], 'libc6')}`
    expect(missingLibraries('', ldconfig)).toEqual(['libgtk-3.so.0'])
  })

  it('counts a library that the program finds by a path of its own', () => {
    expect(missingLibraries(lddOf(['libgtk-3.so.0']), ldconfigOf(files.slice(1)))).toEqual([])
  })

  it('trusts the program alone where the system keeps no list', () => {
    expect(missingLibraries(lddOf([]), '')).toEqual([])
    expect(missingLibraries('\tlibnss3.so => not found', '')).toEqual(['libnss3.so'])
  })
})
