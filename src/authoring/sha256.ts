/** The SHA-256 digest of some bytes in lower-case hexadecimal, by the Web Crypto that all our runtimes have. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((octet) => octet.toString(16).padStart(2, '0')).join('')
}
