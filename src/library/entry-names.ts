/** A name longer than this is refused; the longest that `lectern pack` writes is far shorter. */
const longestName = 1_000

/** What Linux, macOS and Windows allow for one part of a path. */
const longestPart = 255

/** Control characters, what Windows forbids, the backslash, and what stands where bytes were no valid text. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u001f\u007f-\u009f\\<>:"|?*\ufffd]/

/** A part that is empty (so also a slash at either end), or ends in a dot or a space, as `.` and `..` do. */
const oddPart = /(?:^|[/. ])(?:\/|$)/

/** Windows opens a device for these, with any ending. */
const device = /(?:^|\/)(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.[^/]*)?(?:\/|$)/i

/** Why a file of a bundle may not bear this name, or null when it may. The same on every system. */
export function nameProblem(name: string): string | null {
  if (name.length > longestPart && isTooLong(name)) return 'is too long'
  if (forbidden.test(name)) return 'holds a character that is not allowed'
  if (oddPart.test(name)) return 'is no plain relative path'
  return device.test(name) ? 'is the name of a device on Windows' : null
}

const isTooLong = (name: string): boolean =>
  name.length > longestName || name.split('/').some((part) => part.length > longestPart)

/**
 * The names of a bundle's files, collected one by one. Two that would be one file on a disk that ignores case or the
 * form of accents are refused, and so is a file where another name needs a folder.
 */
export class EntryNames {
  private readonly files = new Set<string>()
  private readonly folders = new Set<string>()
  private last = ''

  /** Adds a name; says why it may not be added, or null. */
  add(name: string): string | null {
    const problem = nameProblem(name)
    if (problem !== null) return problem
    const folded = fold(name)
    if (this.files.has(folded)) return 'stands there twice'
    if (this.folders.has(folded)) return 'is both a file and a folder'
    this.files.add(folded)
    return this.addFolders(folded)
  }

  /** Adds a folder that is named for itself, without its last slash. Naming it twice does no harm. */
  addFolder(name: string): string | null {
    return nameProblem(name) ?? this.addFolders(`${fold(name)}/`)
  }

  private addFolders(name: string): string | null {
    // Neighbours mostly share their folder, and most of the time of a long list goes here.
    if (name.lastIndexOf('/') === this.last.length && name.startsWith(this.last)) return null
    this.last = name.slice(0, Math.max(name.lastIndexOf('/'), 0))
    for (let end = this.last.length; end > 0; end = name.lastIndexOf('/', end - 1)) {
      const folder = name.slice(0, end)
      if (this.folders.has(folder)) return null
      if (this.files.has(folder)) return 'lies in a folder that is a file'
      this.folders.add(folder)
    }
    return null
  }
}

// eslint-disable-next-line no-control-regex
const ascii = /^[\u0000-\u007f]*$/

/** True when each character is one byte, in every encoding that a zip may use. */
export const isAscii = (text: string): boolean => ascii.test(text)

const fold = (name: string): string => (isAscii(name) ? name : name.normalize('NFC')).toLowerCase()
