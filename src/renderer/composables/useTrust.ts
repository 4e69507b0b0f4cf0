import { useI18n } from 'vue-i18n'
import type { TrustedKey } from '../../shared/contract'
import { app } from '../bridge'
import { useSession } from '../stores/session'

/** Eight groups a line, as the dialogs show it: two people can read it to one another. */
export const inTwoLines = (fingerprint: string): string =>
  `${fingerprint.slice(0, 39)}\n${fingerprint.slice(40)}`

/** Trusting publishers' keys. Main shows each key and asks; what changes is part of the session that it replies with. */
export function useTrust() {
  const { t } = useI18n()
  const session = useSession()

  return {
    /** The keys that the reader trusts, the newest first. */
    keys: async (): Promise<readonly TrustedKey[]> => session.valueOf(await app.listTrustedKeys(null)) ?? [],

    /** Trusts the key of the open bundle: the one that it brings along, or one from a file. */
    trust: async (from: 'bundle' | 'file'): Promise<void> => {
      if (session.bundle === null) return
      const said = session.valueOf(await app.trustKey({ bundle: session.bundle.id, from }))
      if (said === null) return
      session.take(said)
      if (said.signature.is === 'valid') session.say(t('trust.trusted', { keyId: said.signature.keyId }))
    },

    /** Ends the trust in a key. True when the reader went through with it. */
    distrust: async ({ fingerprint, keyId }: TrustedKey): Promise<boolean> => {
      const said = session.valueOf(await app.distrustKey({ fingerprint }))
      if (said === null) return false
      session.take(said)
      session.say(t('trust.removed', { keyId }))
      return true
    },
  }
}
