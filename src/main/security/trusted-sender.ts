/** The one origin that may talk to main: our own scheme and host. */
export const appScheme = 'lectern-app'
/** The host of the app's own files. */
export const appHost = 'desk'
/** The start of every address of the app's own files. */
export const appOrigin = `${appScheme}://${appHost}`

/** Who sent a message: the frame's address, and whether it is the top frame of its window. */
export interface Sender {
  readonly url: string
  readonly isTopFrame: boolean
}

/**
 * True when a message comes from the top frame of one of our own pages. Scheme and host are compared one by one:
 * Node reports `URL.origin` as the text `null` for every scheme of our own.
 */
export function isTrusted({ url, isTopFrame }: Sender): boolean {
  if (!isTopFrame || !URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return protocol === `${appScheme}:` && host === appHost
}
