import copyIndexWorker from './copies/copy-index.worker?worker&url'
import searchWorker from './search/search.worker?worker&url'
import pdfWorker from './viewer/pdf/pdf.worker?worker&url'

export { copyIndexWorker, pdfWorker, searchWorker }

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null

/**
 * Starts one of our workers, each with its own file. Our CSP takes script addresses only from the policy `lectern`,
 * which knows these and no other.
 *
 * @throws TypeError for any other address
 */
export const startWorker = (url: string): Worker => new Worker(trusted(url), { type: 'module' })

function trusted(url: string): string {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return url
  policy ??= trustedTypes.createPolicy('lectern', {
    createScriptURL: (asked) => {
      if (![copyIndexWorker, pdfWorker, searchWorker].includes(asked))
        throw new TypeError('not a worker of ours')
      return asked
    },
  })
  return policy.createScriptURL(url)
}
