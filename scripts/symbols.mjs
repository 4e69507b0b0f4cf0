// node scripts/symbols.mjs: draws src/renderer/styles/symbols.woff2 anew, after a change in scripts/fonts
import { writeFileSync } from 'node:fs'
import { glyphs } from './fonts/glyphs.mjs'
import { tablesOf } from './fonts/tables.mjs'
import { woff2 } from './fonts/woff2.mjs'
import { inProject } from './project.mjs'

const byCode = glyphs.toSorted((a, b) => (a.character < b.character ? -1 : 1))
const font = woff2(tablesOf('Lectern Symbols', byCode))
writeFileSync(inProject('src/renderer/styles/symbols.woff2'), font)
console.log(`src/renderer/styles/symbols.woff2: ${font.length} bytes`)
