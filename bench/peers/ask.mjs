import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createReadStream } from 'node:fs'

/*
 * `node ask.mjs build|ask <peer> <docs.json> <index> [<queries.jsonl> <limit>]`: one peer in a process of its own, so
 * that its memory is its own. Prints what `lectern search --batch --timings` prints.
 */

const [doing, peer = '', docsFile = '', indexFile = '', queriesFile = '', limit = '100'] =
  process.argv.slice(2)
const { build, open } = await import(`./${peer}.mjs`)

if (doing === 'build') {
  const stored = build(JSON.parse(readFileSync(docsFile, 'utf8')), indexFile)
  if (typeof stored === 'string') writeFileSync(indexFile, stored)
} else {
  // SQLite keeps its pages outside of what Node counts, so there the resident size has to do.
  const inUse = () => {
    globalThis.gc?.()
    const { heapUsed, external, rss } = process.memoryUsage()
    return peer === 'sqlite' ? rss : heapUsed + external
  }
  const before = inUse()
  const start = performance.now()
  const search = open(peer === 'sqlite' ? indexFile : readFileSync(indexFile, 'utf8'))
  const milliseconds = performance.now() - start
  print({ milliseconds, memory: inUse() - before, bytes: statSync(indexFile).size })
  for await (const line of createInterface({ input: createReadStream(queriesFile) })) {
    if (line === '') continue
    const { id, text } = JSON.parse(line)
    const asked = performance.now()
    const hits = search(text, Number(limit))
    print({ id, milliseconds: performance.now() - asked, hits })
  }
}

/** @param {object} value */
function print(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}
