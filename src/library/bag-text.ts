import { FlawError } from '../bundle'

/*
 * The tag files of a bag as text: https://www.rfc-editor.org/rfc/rfc8493. Nothing here names a program, a machine or
 * the present time, so that the same content gives the same bag.
 */

/** The names of the tag files that a bundle has; the last two stand in those that were signed. */
export const tagFiles = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  /** Beside what it signs and under the name that `minisign -V` looks for. No manifest lists it. */
  signature: 'tagmanifest-sha256.txt.minisig',
  /**
   * The public key that the signature was made with, so that a reader can see whose it claims to be. It proves nothing by
   * itself: whoever puts another bundle in its place brings another key. No manifest lists it.
   */
  publicKey: 'publisher.pub',
} as const

/** Where the payload stands in a bag. */
export const payloadFolder = 'data/'

/** `bagit.txt` */
export const declarationText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** What a bag says about itself. All of it comes from the content. */
export interface BagLabels {
  /** The publisher. */
  readonly organization: string
  /** The bundle and its version: `ldn-1.0.0`. */
  readonly identifier: string
  /** The day on which the content was reviewed; never the day on which it was packed. */
  readonly date: string
}

/** How much a bag holds: the two numbers of `Payload-Oxum`. */
export interface PayloadSize {
  readonly files: number
  readonly octets: number
}

/** `bag-info.txt` */
export function infoText(
  { organization, identifier, date }: BagLabels,
  { files, octets }: PayloadSize,
): string {
  const lines = [
    ['Source-Organization', organization],
    ['External-Identifier', identifier],
    ['Bagging-Date', date],
    ['Payload-Oxum', `${octets}.${files}`],
  ] as const
  return lines.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('')
}

/** A manifest: one line for each file, sorted by code point, in the form that `sha256sum -c` reads. */
export function manifestText(hashes: ReadonlyMap<string, string>): string {
  const names = [...hashes.keys()].sort((a, b) => (a < b ? -1 : 1))
  return names.map((name) => `${hashes.get(name) ?? ''}  ${escapeName(name)}\n`).join('')
}

/** Characters of a SHA-256 in hex. */
const hashLength = 64

/** From the last character of the hash to the name: a star stands where `sha256sum` was told that files are binary. */
const gap = /[^ \t][ \t]+\*?/y

/**
 * Reads a manifest: the SHA-256 of each file by its name.
 *
 * @throws FlawError `DAMAGED` with the line
 */
export function parseManifest(text: string, at: string): Map<string, string> {
  const hashes = new Map<string, string>()
  for (const [index, line] of text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n').entries()) {
    if (line === '') continue
    gap.lastIndex = hashLength - 1
    const name = gap.test(line) ? unescapeName(line.slice(gap.lastIndex)) : ''
    if (name === '' || hashes.has(name)) {
      throw new FlawError({ code: 'DAMAGED', at: `${at}:${index + 1}`, detail: line.slice(0, 100) })
    }
    // Not looked at more closely: what is no hash of 64 hex digits is the hash of no file.
    hashes.set(name, line.slice(0, hashLength))
  }
  return hashes
}

/** Line ends and the percent sign, and only these, are percent-encoded in a manifest (RFC 8493, section 2.1.3). */
export const escapeName = (name: string): string =>
  name.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

const escapes: Readonly<Record<string, string>> = { '%25': '%', '%0d': '\r', '%0a': '\n' }

/** Undoes {@link escapeName}; any other percent sign stands for itself, as older tools write it. */
export const unescapeName = (name: string): string =>
  name.includes('%') ? name.replace(/%(?:25|0d|0a)/gi, (code) => escapes[code.toLowerCase()] ?? code) : name

/** `bagit.txt` has two short lines. In a long one the search for them could take hours. */
const longestDeclaration = 1_000

/** True when `bagit.txt` declares a version that this code reads: 1.x, or 0.9x, which older tools still write. */
export const declaresBag = (text: string): boolean =>
  text.length <= longestDeclaration &&
  /^\ufeff?BagIt-Version: (?:1\.\d+|0\.9\d)\s*[\r\n]+Tag-File-Character-Encoding: UTF-8\s*$/i.test(text)
