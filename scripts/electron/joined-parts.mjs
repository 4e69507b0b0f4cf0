import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../process/failure.mjs'

/**
 * Joins the parts of a file in the given order. The result stays only if its SHA-256 is the expected one.
 * @param {readonly string[]} parts
 * @param {string} target
 * @param {string} sha256 in hexadecimal
 */
export async function joinParts(parts, target, sha256) {
  const hash = createHash('sha256')
  await pipeline(async function* () {
    for (const part of parts) {
      for await (const chunk of createReadStream(part)) {
        hash.update(chunk)
        yield chunk
      }
    }
  }, createWriteStream(target))
  const found = hash.digest('hex')
  if (found === sha256) return
  await rm(target, { force: true })
  throw new Failure(`Refused: the SHA-256 is ${found}, and only ${sha256} is accepted.`)
}
