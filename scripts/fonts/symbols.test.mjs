import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inProject } from '../project.mjs'
import { glyphs } from './glyphs.mjs'
import { tablesOf } from './tables.mjs'
import { woff2 } from './woff2.mjs'

const renderer = inProject('src/renderer')
const font = readFileSync(inProject('src/renderer/styles/symbols.woff2'))
const style = readFileSync(inProject('src/renderer/styles/symbols.css'), 'utf8')

/** What Inter and Source Serif have themselves, as their style sheets say: arrows up and down, minus, the solidus. */
const ofTheTextFonts = new Set('↑↓−∕')

/** The signs that the window's own code prints: arrows, mathematics, shapes, ticks. */
const printed = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.(?:vue|ts)$/.test(file))
  .flatMap((file) => readFileSync(`${renderer}/${file}`, 'utf8').match(/[\u2190-\u2bff]/gu) ?? [])

describe('the font of symbols', () => {
  it('has every sign that the window prints and no text font has', () => {
    const known = new Set([...ofTheTextFonts, ...glyphs.map(({ character }) => character)])
    expect(printed.filter((sign) => !known.has(sign))).toEqual([])
  })

  it('is asked for exactly those that it has', () => {
    const asked = [...style.matchAll(/U\+([0-9A-F]{4})/g)].map(([, code = '']) =>
      String.fromCodePoint(parseInt(code, 16)),
    )
    expect(asked).toEqual(glyphs.map(({ character }) => character).toSorted())
  })

  it('is the one that its shapes draw', () => {
    const byCode = glyphs.toSorted((a, b) => (a.character < b.character ? -1 : 1))
    // Compressed bytes may differ between releases of Node; how much they hold does not.
    expect(font.subarray(16, 20)).toEqual(woff2(tablesOf('Lectern Symbols', byCode)).subarray(16, 20))
  })
})
