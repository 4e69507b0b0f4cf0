import { createHash } from 'node:crypto'

/** A page of a test PDF: its lines from top to bottom, in 12 point Helvetica, and what else is on it. */
export interface TinyPage {
  readonly lines?: readonly string[]
  /** A square of one colour, 100 points wide, as an image: red, green and blue from 0 to 255. */
  readonly image?: readonly [number, number, number]
  /** Operators that draw something besides, in a state of their own. */
  readonly drawing?: string
  /** Makes the page that image alone, as a scan is. */
  readonly isScan?: boolean
  /** A link over the first line to this page, counted from 0. */
  readonly linkTo?: number
  /** A link over the first line out into the world. */
  readonly linkOut?: string
  /** Width and height in points; 612 by 792 when not given. */
  readonly size?: readonly [number, number]
  /** A note that a reader put on the page, at its right edge. */
  readonly note?: string
}

/** A test PDF. */
export interface TinyPdf {
  readonly pages: readonly TinyPage[]
  /** The first so many pages are labelled i, ii, …, the others 1, 2, … */
  readonly romanPages?: number
  /** An entry for each: its title and its page, counted from 0. */
  readonly outline?: readonly (readonly [string, number])[]
  /** A page, counted from 0, that the file names and does not hold. */
  readonly missing?: number
  /** Encrypts the file (40-bit RC4, ISO 32000-1, 7.6). */
  readonly password?: string
}

/** Where the first line stands and how far the next is below it, in points. */
const top = 720
const leading = 24

type Body = (number: number) => Buffer

/** Writes a PDF with a cross-reference table that fits. The same page content is written once, so 1,000 pages are small. */
export function tinyPdf({ pages, romanPages = 0, outline = [], missing, password }: TinyPdf): Buffer {
  const objects: Body[] = []
  const add = (body: Body | string): number => {
    objects.push(typeof body === 'string' ? () => Buffer.from(body, 'latin1') : body)
    return objects.length
  }
  const id = createHash('md5').update('lectern').digest()
  const lock = password === undefined ? null : lockFor(password, id)
  const stream = (dictionary: string, bytes: Buffer): Body => {
    return (number) => {
      const written = lock === null ? bytes : rc4(lock.keyOf(number), bytes)
      return Buffer.concat([
        Buffer.from(`<< ${dictionary} /Length ${written.length} >>\nstream\n`, 'latin1'),
        written,
        Buffer.from('\nendstream', 'latin1'),
      ])
    }
  }
  const catalog = add('')
  const tree = add('')
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const first = objects.length + 1
  const numberOf = (page: number): number => first + page
  pages.forEach(() => add(''))
  const contents = new Map<string, number>()
  pages.forEach((page, index) => {
    const text = contentOf(page)
    const image =
      page.image === undefined
        ? null
        : add(
            stream(
              '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8',
              Buffer.from(page.image),
            ),
          )
    const content = contents.get(text) ?? add(stream('', Buffer.from(text, 'latin1')))
    contents.set(text, content)
    const link = annotationOf(page, numberOf)
    objects[numberOf(index) - 1] = () =>
      Buffer.from(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${(page.size ?? [612, 792]).join(' ')}] /Contents ${content} 0 R ` +
          `/Resources << /Font << /F1 ${font} 0 R >> ${image === null ? '' : `/XObject << /Im1 ${image} 0 R >>`} >> ` +
          `${link === null ? '' : `/Annots [${link}]`} >>`,
        'latin1',
      )
  })
  objects[tree - 1] = () =>
    Buffer.from(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_page, index) => `${index === missing ? objects.length + 9 : numberOf(index)} 0 R`).join(' ')}] >>`,
      'latin1',
    )
  const outlines = lock !== null || outline.length === 0 ? null : outlineOf(outline, objects, numberOf)
  objects[catalog - 1] = () =>
    Buffer.from(
      `<< /Type /Catalog /Pages ${tree} 0 R ` +
        (romanPages > 0 ? `/PageLabels << /Nums [0 << /S /r >> ${romanPages} << /S /D >>] >> ` : '') +
        `${outlines === null ? '' : `/Outlines ${outlines} 0 R`} >>`,
      'latin1',
    )
  const encrypt = lock === null ? null : add(lock.dictionary)
  return file(objects, catalog, encrypt, id)
}

function contentOf({ lines = [], image, drawing, isScan = false }: TinyPage): string {
  const words = lines.map((line, at) => `1 0 0 1 72 ${top - at * leading} Tm (${escaped(line)}) Tj`)
  const picture = isScan ? 'q 612 0 0 792 0 0 cm /Im1 Do Q\n' : 'q 100 0 0 100 72 400 cm /Im1 Do Q\n'
  const drawn = drawing === undefined ? '' : `q ${drawing} Q\n`
  return `${image === undefined ? '' : picture}${drawn}${words.length === 0 ? '' : `BT /F1 12 Tf ${words.join(' ')} ET`}`
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

function annotationOf(
  { linkTo, linkOut, note }: TinyPage,
  numberOf: (page: number) => number,
): string | null {
  if (note !== undefined)
    return `<< /Type /Annot /Subtype /Text /Rect [500 600 520 620] /Name /Note /T (Ada) /Contents (${escaped(note)}) >>`
  const link = `<< /Type /Annot /Subtype /Link /Rect [70 ${top - 4} 300 ${top + 14}] /Border [0 0 0]`
  if (linkTo !== undefined) return `${link} /Dest [${numberOf(linkTo)} 0 R /XYZ 0 792 null] >>`
  return linkOut === undefined ? null : `${link} /A << /S /URI /URI (${escaped(linkOut)}) >> >>`
}

function outlineOf(
  entries: readonly (readonly [string, number])[],
  objects: Body[],
  numberOf: (page: number) => number,
): number {
  const root = objects.length + 1
  const item = (index: number): number => root + 1 + index
  const last = entries.length - 1
  objects.push(() =>
    Buffer.from(
      `<< /Type /Outlines /First ${item(0)} 0 R /Last ${item(last)} 0 R /Count ${entries.length} >>`,
      'latin1',
    ),
  )
  entries.forEach(([title, page], index) =>
    objects.push(() =>
      Buffer.from(
        `<< /Title (${escaped(title)}) /Parent ${root} 0 R /Dest [${numberOf(page)} 0 R /XYZ 0 792 null] ` +
          `${index > 0 ? `/Prev ${item(index - 1)} 0 R` : ''} ${index < last ? `/Next ${item(index + 1)} 0 R` : ''} >>`,
        'latin1',
      ),
    ),
  )
  return root
}

function file(objects: readonly Body[], catalog: number, encrypt: number | null, id: Buffer): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  const offsets: number[] = []
  objects.forEach((body, index) => {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`, 'latin1'),
      body(index + 1),
      Buffer.from('\nendobj\n', 'latin1'),
    ])
    offsets.push(at)
    at += part.length
    parts.push(part)
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const hex = id.toString('hex')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}` +
        `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /ID [<${hex}> <${hex}>] ` +
        `${encrypt === null ? '' : `/Encrypt ${encrypt} 0 R`} >>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  )
  return Buffer.concat(parts)
}

interface Lock {
  readonly dictionary: string
  readonly keyOf: (object: number) => Buffer
}

/** The padding of passwords, ISO 32000-1, 7.6.3.3. */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const permissions = -4

const md5 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(parts)).digest()

/** Algorithms 1 to 4 of ISO 32000-1, 7.6, for a key of 40 bits. */
function lockFor(password: string, id: Buffer): Lock {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)
  const owner = rc4(md5(padded).subarray(0, 5), padded)
  const allowed = Buffer.alloc(4)
  allowed.writeInt32LE(permissions)
  const key = md5(padded, owner, allowed, id).subarray(0, 5)
  const user = rc4(key, padding)
  return {
    dictionary:
      `<< /Filter /Standard /V 1 /R 2 /P ${permissions} /O <${owner.toString('hex')}> ` +
      `/U <${user.toString('hex')}> >>`,
    keyOf: (object) =>
      md5(key, Buffer.from([object & 255, (object >> 8) & 255, (object >> 16) & 255, 0, 0])).subarray(0, 10),
  }
}

/** Written out, as the OpenSSL of Node no longer has it. For tests of locked files and nothing else. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_value, index) => index)
  const swap = (a: number, b: number): void => {
    ;[state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0]
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + (state[i] ?? 0)) & 255
      swap(i, j)
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0)
    }),
  )
}
