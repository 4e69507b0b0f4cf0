import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gatherMaterial, type Material } from './material'
import { Random } from './random'
import { tryMutant, usualBounds, type Tried } from './try-mutant'

const seed = 20261122
const mutants = 250
/** Many tests run beside this one. That nothing is slow is asserted by `npm run fuzz`; this only ends what hangs. */
const bounds = { ...usualBounds, milliseconds: 30_000 }

let work = ''
let material: Material = { originals: [] }

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'lectern-fuzz-'))
  material = await gatherMaterial(work, resolve('resources', 'ldn'))
}, 60_000)
afterAll(() => rm(work, { recursive: true, force: true }))

describe('the fuzzer', () => {
  test('makes the same mutants again', () => {
    const [one, other] = [new Random(seed, 7), new Random(seed, 7)]
    expect(Array.from({ length: 20 }, () => one.unit())).toEqual(
      Array.from({ length: 20 }, () => other.unit()),
    )
    expect(new Random(seed, 8).unit()).not.toBe(new Random(seed, 7).unit())
  })

  test('finds each of the first mutants refused by name or opened', async () => {
    const failed: Tried[] = []
    for (let number = 0; number < mutants; number++) {
      const tried = await tryMutant(material, work, { seed, number }, bounds)
      if (tried.ending === 'failed') failed.push(tried)
    }
    expect(failed).toEqual([])
  }, 120_000)
})
