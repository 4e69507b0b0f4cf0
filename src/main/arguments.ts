import { parseAddress, type Place } from '../bundle'

/** What a start of the app was asked to do. */
export interface StartArguments {
  /** A bundle file or folder, as typed. */
  readonly bundle: string | null
  /** A `lectern://` address. */
  readonly place: Place | null
  /** True when an address was given that cannot be read. */
  readonly badAddress: boolean
  /** Where to write a picture of the window, after which the app ends. */
  readonly capture: string | null
  /** The status file of a folder that is previewed, as `lectern preview` gives it; null in every usual start. */
  readonly preview: string | null
  /** True to say `painted` on standard output once content is painted, for measuring the start. */
  readonly sayPainted: boolean
  /** The size of the window, for pictures: `--size=1440x900`. */
  readonly size: { readonly width: number; readonly height: number } | null
}

/**
 * What a person typed after the app: `argv` without the program and, when the app is not packaged, without the switches
 * before the app's folder and the folder itself (`electron --no-sandbox . bundle.lectern`).
 */
export function argumentsAfterApp(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const args = argv.slice(1)
  return isPackaged ? args : args.slice(args.findIndex((arg) => !arg.startsWith('-')) + 1)
}

/**
 * Reads the arguments after the program's own: `[bundle or address] [--preview file] [--capture file] [--say-painted]
 * [--size WxH]`. Switches of Electron and Chromium, which begin with hyphens too, are passed over.
 */
export function readArguments(args: readonly string[]): StartArguments {
  const capture = optionValue(args, '--capture')
  const size = /^(\d{3,4})x(\d{3,4})$/.exec(optionValue(args, '--size') ?? '')
  const taken = new Set(['--capture', '--size', '--preview'].flatMap((name) => indexOfValue(args, name)))
  const plain = args.filter((arg, index) => !arg.startsWith('-') && !taken.has(index))
  const address = plain.find((arg) => /^lectern:/i.test(arg))
  const place = address === undefined ? null : parseAddress(address)
  return {
    bundle: plain.find((arg) => arg !== address) ?? null,
    place,
    badAddress: address !== undefined && place === null,
    capture,
    preview: optionValue(args, '--preview'),
    sayPainted: args.includes('--say-painted'),
    size: size === null ? null : { width: Number(size[1]), height: Number(size[2]) },
  }
}

function optionValue(args: readonly string[], name: string): string | null {
  const joined = args.find((arg) => arg.startsWith(`${name}=`))
  if (joined !== undefined) return joined.slice(name.length + 1)
  const [at] = indexOfValue(args, name)
  return at === undefined ? null : (args[at] ?? null)
}

function indexOfValue(args: readonly string[], name: string): number[] {
  const at = args.indexOf(name)
  return at === -1 || at + 1 >= args.length ? [] : [at + 1]
}
