/**
 * What is wrong with an address of the web, or null; without an address nothing is. Only `https:` is opened for a reader: an address without it can
 * be changed on the way, and one with a name before the host hides where it leads (the userinfo trap of RFC 3986, 7.6).
 */
export function addressProblem(address: string | undefined): string | null {
  if (address === undefined) return null
  if (/\s|[\p{Cc}\p{Cf}]/u.test(address)) return `${JSON.stringify(address)}: spaces or unseen characters`
  if (!URL.canParse(address)) return `${address}: not an address`
  const { protocol, username, password } = new URL(address)
  if (protocol !== 'https:') return `${address}: begins with ${protocol}, not https:`
  if (username !== '' || password !== '') return `${address}: has a name before the @`
  return null
}
