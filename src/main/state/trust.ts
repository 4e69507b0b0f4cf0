import { z } from 'zod'
import { bundleIdSchema, type BundleId } from '../../bundle'
import {
  fingerprintOf,
  publicKeyLine,
  readPublicKeyLine,
  type BundleSignature,
  type PublicKey,
} from '../../library'
import type { FormerSigner, SignatureState, TrustedKey } from '../../shared/contract'

/** A public key as one line, as minisign writes it: number and fingerprint follow from it, so they cannot differ. */
const keyLine = z
  .string()
  .max(100)
  .refine((line) => readPublicKeyLine(line) !== null, 'no public key')

const publisher = z.string().max(200)

/** The publishers' keys that the reader trusts, and which of them signed each bundle that was read. */
export const trustShape = {
  // Both are newer than the first state files, which do not have them.
  trusted: z
    .array(z.strictObject({ key: keyLine, publisher, since: z.iso.date() }))
    .max(500)
    .default([]),
  signers: z.record(bundleIdSchema, z.strictObject({ key: keyLine, publisher })).default({}),
}

/** See {@link trustShape}. */
export type Trust = z.infer<z.ZodObject<typeof trustShape>>

/** Of so many bundles it is kept who signed them; many more than of anything else, because forgetting costs a warning. */
const mostSigners = 1_000

/** The keys themselves, for checking signatures. */
export const trustedKeys = ({ trusted }: Trust): PublicKey[] =>
  trusted.flatMap(({ key }) => readPublicKeyLine(key) ?? [])

/** The keys for a reader to look at, the newest first. */
export const shownKeys = ({ trusted }: Trust): TrustedKey[] =>
  trusted
    .flatMap(({ key: line, publisher, since }) => {
      const key = readPublicKeyLine(line)
      return key === null ? [] : [{ keyId: key.keyId, fingerprint: fingerprintOf(key), publisher, since }]
    })
    .reverse()

/** What the window is told of a signature: all but the key itself. */
export function signatureState(signature: BundleSignature): SignatureState {
  const { is } = signature
  if (is === 'none') return { is }
  const { keyId, key } = signature
  if (is === 'unknown key') return { is, keyId, fingerprint: key === null ? null : fingerprintOf(key) }
  return { is, keyId, fingerprint: fingerprintOf(signature.key), trustedComment: signature.trustedComment }
}

/** The trust after the reader chose to trust a key, with which this bundle is signed. */
export function withTrust<State extends Trust>(
  state: State,
  bundle: BundleId,
  chosen: { readonly key: PublicKey; readonly publisher: string; readonly since: string },
): State {
  const key = publicKeyLine(chosen.key)
  const signer = { key, publisher: shortened(chosen.publisher) }
  return {
    ...state,
    trusted: [...state.trusted.filter((one) => one.key !== key), { ...signer, since: chosen.since }],
    signers: withLatest(state.signers, bundle, signer),
  }
}

/** The trust without a key. What it signed is no longer expected to be signed. */
export function withoutTrust<State extends Trust>(state: State, fingerprint: string): State {
  const isIt = ({ key: line }: { readonly key: string }): boolean => {
    const key = readPublicKeyLine(line)
    return key !== null && fingerprintOf(key) === fingerprint
  }
  return {
    ...state,
    trusted: state.trusted.filter((one) => !isIt(one)),
    signers: Object.fromEntries(Object.entries(state.signers).filter(([, signer]) => !isIt(signer))),
  }
}

/** The trust after a bundle was read: the first trusted key that it was signed with is the one that is expected. */
export function withSigner<State extends Trust>(
  state: State,
  bundle: BundleId,
  signature: BundleSignature,
): State {
  if (signature.is !== 'valid' || signerOf(state, bundle) !== null) return state
  const key = publicKeyLine(signature.key)
  const known = state.trusted.find((one) => one.key === key)
  if (known === undefined) return state
  return { ...state, signers: withLatest(state.signers, bundle, { key, publisher: known.publisher }) }
}

/** Who signed the copy that the reader had before, when this one is not signed by the same key; null otherwise. */
export function formerSigner(
  state: Trust,
  bundle: BundleId,
  signature: BundleSignature,
): FormerSigner | null {
  const signer = signerOf(state, bundle)
  const key = signer === null ? null : readPublicKeyLine(signer.key)
  if (signer === null || key === null) return null
  if (signature.is === 'valid' && publicKeyLine(signature.key) === signer.key) return null
  return { publisher: signer.publisher, keyId: key.keyId, fingerprint: fingerprintOf(key) }
}

/** Ids come from bundles, and `constructor` is one that every plain object would answer to. */
const signerOf = ({ signers }: Trust, bundle: BundleId): Trust['signers'][BundleId] | null =>
  Object.hasOwn(signers, bundle) ? (signers[bundle] ?? null) : null

function withLatest(
  signers: Trust['signers'],
  bundle: BundleId,
  signer: { readonly key: string; readonly publisher: string },
): Trust['signers'] {
  const others = Object.entries(signers).filter(([id]) => id !== bundle)
  return Object.fromEntries([...others.slice(1 - mostSigners), [bundle, signer]])
}

/** What a bundle says of its publisher is written by a stranger: one line, and no longer than a name. */
const shortened = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200)
