import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileBundle } from '../authoring'
import { edited, folderOf } from '../authoring/fixtures/small-folder'
import { openPdf, writeBundle, type PayloadFile } from '../library'
import { inFolder, lectern } from './check-fixtures'

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../documents/fixtures/${name}.pdf`, import.meta.url))

const page = '<!doctype html><title>t</title><h1>Result</h1><p>Pain fell by two points.</p>'

const files = {
  ...edited('about.md', ['It is no advice.', 'It is no advice [@paper; @web].']),
  'sources/paper.md': '---\nid: paper\ntitle: A paper\npassages:\n  paper-pain: fell by two points\n---\n',
  'sources/paper.pdf': await fixture('labels'),
  'sources/web.md': '---\nid: web\ntitle: A site\npassages:\n  web-pain: fell by two points\n---\n',
  'sources/web.html': page,
}

/** The bytes of a file of the payload in another form; null leaves the file out. */
type Change = (bytes: Buffer) => string | Uint8Array | null

/** What `lectern check` prints of a bundle some of whose files a publisher changed before it was packed. */
async function checked(changes: Record<string, Change>): Promise<{ code: number; out: string }> {
  let ran = { code: -1, out: '' }
  await inFolder(async (root) => {
    const { payload, flaws } = await compileBundle(folderOf(files), { openPdf })
    expect(flaws.filter(({ code }) => code !== 'UNUSED_SOURCE')).toEqual([])
    const written: PayloadFile[] = []
    for await (const { path, bytes } of payload ?? []) {
      const changed = changes[path]?.(Buffer.from(bytes))
      if (changed === null) continue
      written.push({ path, bytes: changed === undefined ? bytes : new Uint8Array(Buffer.from(changed)) })
    }
    for (const [path, change] of Object.entries(changes)) {
      if (written.some((file) => file.path === path)) continue
      const added = change(Buffer.alloc(0))
      if (added !== null) written.push({ path, bytes: new Uint8Array(Buffer.from(added)) })
    }
    const bundle = join(root, 'a.lectern')
    await writeBundle(bundle, written, {
      organization: 'Somebody',
      identifier: 'a-1.0.0',
      date: '2026-11-22',
    })
    ran = await lectern('check', bundle)
  })
  return ran
}

const says =
  (from: string, to: string): Change =>
  (bytes) => {
    const text = bytes.toString()
    expect(text).toContain(from)
    return text.replace(from, to)
  }

const swapped = await fixture('image-only')
const locked = await fixture('encrypted')

describe('lectern check of a bundle with documents', () => {
  test('passes what pack wrote', async () => {
    expect(await checked({})).toMatchObject({ code: 0 })
  })

  test.each<[string, Record<string, Change>, RegExp]>([
    [
      'a PDF that is missing',
      { 'files/paper.pdf': () => null },
      /sources\/paper.json {2}MISSING_ENTRY.*files\/paper.pdf/,
    ],
    ['an HTML file that is missing', { 'files/web.html': () => null }, /sources\/web.json {2}MISSING_ENTRY/],
    [
      'another PDF',
      { 'files/paper.pdf': () => swapped },
      /file\.bytes[^]*file\.pages[^]*paper-pain: on page 2 of 1/,
    ],
    ['a locked PDF', { 'files/paper.pdf': () => locked }, /files\/paper.pdf {2}PDF_ENCRYPTED/],
    ['a file that is no PDF', { 'files/paper.pdf': () => 'nothing' }, /files\/paper.pdf {2}PDF_BROKEN/],
    ['other words in the file', { 'files/web.html': says('two points', 'six points') }, /web-pain: not at/],
    [
      'another quote',
      { 'sources/paper.json': says('"fell by two points"', '"fell by six points"') },
      /paper-pain: not at/,
    ],
    [
      'a quote beside its place',
      { 'sources/web.json': says('"start":12', '"start":11') },
      /web-pain: not at/,
    ],
    [
      'another prefix',
      { 'sources/paper.json': says('"prefix":"Pain"', '"prefix":"Sleep"') },
      /prefix or suffix/,
    ],
    ['another page', { 'sources/paper.json': says('"page":1', '"page":0') }, /paper-pain: not at/],
    ['a page that is not there', { 'sources/paper.json': says('"page":1', '"page":9') }, /on page 10 of 2/],
    [
      'another label',
      { 'sources/paper.json': says('"label":"7"', '"label":"8"') },
      /the label of its page is 7/,
    ],
    [
      'other rectangles',
      { 'sources/paper.json': says('"rects":[[', '"rects":[[1,1,2,2],[') },
      /its rectangles are not/,
    ],
    [
      'a passage in a file that is none',
      { 'sources/web.json': says('"file":{', '"was":{') },
      /the source has none/,
    ],
    [
      'a passage of HTML in a PDF',
      { 'sources/paper.json': says('"in":"pdf"', '"in":"html"') },
      /not in a PDF/,
    ],
    ['a file that no source names', { 'files/other.pdf': () => swapped }, /files\/other.pdf {2}STRAY_FILE/],
  ])('tells %s', async (_, changes, told) => {
    expect((await checked(changes)).out).toMatch(told)
  })
})
