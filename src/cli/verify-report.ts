import { fingerprintOf, type BundleSignature } from '../library'
import { counted, countFlaws, exitCodeFor, tellFlaws } from './check-report'
import { exitCodes, type ExitCode } from './exit-codes'
import { flawRecord } from './flaw-lines'
import { printable } from './printable'
import type { Terminal } from './terminal'
import type { Verified } from './verify'

/** Tells a person whether a bundle is what its publisher packed. */
export function reportVerified(verified: Verified, path: string, terminal: Terminal): ExitCode {
  const { flaws, info, files, octets, signature } = verified
  const code = codeOf(verified)
  tellFlaws(flaws, code, path, terminal)
  if (code === exitCodes.couldNotRun) return code
  if (info !== null)
    terminal.out(
      printable(`${info.title} (${info.id} ${info.version}), ${info.publisher}, reviewed ${info.reviewed}`),
    )
  terminal.out(
    code === exitCodes.done
      ? `${path}: ${counted(files, 'file')}, ${octets} bytes, each as it was packed. ${printable(signatureText(signature))}`
      : `${path}: ${countFlaws(flaws)}; do not rely on this copy.`,
  )
  return code
}

/** The same for a program, as one line of JSON. */
export function reportVerifiedAsJson(verified: Verified, _: string, terminal: Terminal): ExitCode {
  const { flaws, info, files, octets, signature } = verified
  const code = codeOf(verified)
  const bundle = info && {
    id: info.id,
    version: info.version,
    title: info.title,
    publisher: info.publisher,
    format: info.format,
    reviewed: info.reviewed,
    expires: info.expires,
  }
  const ok = code === exitCodes.done
  terminal.out(
    JSON.stringify({
      ok,
      bundle,
      files,
      octets,
      signature: signatureRecord(signature),
      flaws: flaws.map(flawRecord),
    }),
  )
  return code
}

const codeOf = ({ flaws, isKeyBad }: Verified): ExitCode =>
  isKeyBad ? exitCodes.couldNotRun : exitCodeFor(flaws)

/** The same with the fingerprint of the key, where there is a key, in its place. */
function signatureRecord(signature: BundleSignature | null): object | null {
  if (signature === null || signature.is === 'none') return signature
  const { key, ...rest } = signature
  return { ...rest, fingerprint: key === null ? null : fingerprintOf(key) }
}

/** Hashes alone say that nothing was damaged; only a signature with a known key says who packed it. */
function signatureText(signature: BundleSignature | null): string {
  switch (signature?.is) {
    case undefined:
    case 'none':
      return 'It is not signed.'
    case 'unknown key':
      return signature.key === null
        ? `It is signed with the key ${signature.keyId}, which was not checked: name the publisher's key with --key.`
        : `It is signed with the key ${signature.keyId} that it brings along, fingerprint ${fingerprintOf(signature.key)}. ` +
            "Whether that is the publisher's is not checked: name the publisher's key with --key."
    case 'valid':
      return `Signed with the key ${signature.keyId} (${signature.trustedComment}).`
  }
}
