import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'

/**
 * @typedef Entry
 * @property {string} [text]
 * @property {number} [mode] as Unix has it, file type included
 */

/**
 * The bytes of a zip.
 * @param {Record<string, Entry>} entries
 */
export const zipOf = (entries) =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, { text = '', mode = 0o100644 }]) => [
        name,
        [strToU8(text), { os: 3, attrs: (mode << 16) >>> 0 }],
      ]),
    ),
  )

/**
 * The zip of a runtime that is none, cut into parts, with a count of how often it was fetched.
 * @param {Record<string, Entry>} entries
 */
export function fakeParts(entries) {
  const bytes = zipOf(entries)
  const middle = Math.floor(bytes.length / 2)
  const fake = {
    fetched: 0,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    /** @param {string} folder */
    fetchParts: async (folder) => {
      fake.fetched += 1
      return [bytes.subarray(0, middle), bytes.subarray(middle)].map((part, i) => {
        const file = path.join(folder, `part-${i}`)
        writeFileSync(file, part)
        return file
      })
    },
  }
  return fake
}

/** What the fallback's zip holds, in short. */
export const wholeElectron = {
  electron: { text: '#!/bin/sh\n', mode: 0o100755 },
  version: { text: '33.3.0' },
  'locales/en-US.pak': { text: 'words' },
}
