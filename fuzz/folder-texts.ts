import { hostileTexts, longText } from './hostile'
import { someOriginal } from './material'
import type { Mutant, Mutator } from './mutant'
import type { Random } from './random'

type Texts = Map<string, string>

/** Changes the texts of an authoring folder. */
const folder = (name: string, weight: number, change: (texts: Texts, random: Random) => void): Mutator => ({
  name: `folder: ${name}`,
  weight,
  make(random, material): Mutant {
    const texts: Texts = new Map(someOriginal(material, random).texts)
    change(texts, random)
    const encoder = new TextEncoder()
    const files = new Map([...texts].map(([path, text]) => [path, encoder.encode(text)]))
    return { is: 'folder', files }
  },
})

const somePath = (texts: Texts, random: Random, pattern = /./): string =>
  random.pick([...texts.keys()].filter((path) => pattern.test(path)))

/** Puts something into a text, in the place of a few signs. */
function putIn(texts: Texts, path: string, piece: string, random: Random, cut = 40): void {
  const text = texts.get(path) ?? ''
  const at = random.below(text.length + 1)
  texts.set(path, text.slice(0, at) + piece + text.slice(at + random.below(cut)))
}

const yaml = /\.yaml$|\.md$/
const size = (random: Random): number => random.pick([20, 200, 3_000, 60_000])

/** YAML that is deep, or grows when it is read. */
function monstrousYaml(random: Random): string {
  const count = size(random)
  const aliases = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`)
  return random.pick([
    ...['[', '{', '- ', '? ', '{a: ', '!!x ', '&a ', '"', "'", '<<: ', '*a ', ': '].map((sign) =>
      sign.repeat(count),
    ),
    `a0: &a0 [x]\n${aliases.join('\n')}\n`,
    `a: &a [*a]\n`,
    Array.from({ length: Math.min(count, 400) }, (_, depth) => `${' '.repeat(depth)}k:\n`).join(''),
    `a: ${'9'.repeat(count)}\nb: 1e${'9'.repeat(20)}\nc: -.inf\nd: .nan\ne: 0o777\n`,
    Array.from({ length: Math.min(count, 5_000) }, (_, n) => `k${n}: 1`).join('\n'),
    `a: |${random.pick(['9', '+', '-9', '0'])}\n${' '.repeat(count)}x\n`,
    '---\n'.repeat(Math.min(count, 3_000)),
    `%YAML 9.9\n%TAG ! x\n---\na: 1\n`,
  ])
}

/** Markdown that keeps a parser busy. */
function monstrousMarkdown(random: Random): string {
  const count = Math.min(size(random), 20_000)
  const signs = [
    '*a ',
    '_a **b ',
    '[',
    '![',
    '[a](',
    ':a[',
    ':a{',
    ':::a\n',
    '::::',
    '> ',
    '- ',
    '1. ',
    '|',
    '`a',
    '<a ',
    'a\n=\n',
    '~~',
  ]
  return random.pick([
    ...signs.map((sign) => sign.repeat(count)),
    '*a '.repeat(count) + ' b*'.repeat(count),
    '['.repeat(count) + ']'.repeat(count),
    `${':::note\n'.repeat(count)}${'\n'.repeat(count)}x\n${':::\n'.repeat(count)}`,
    `|${'a|'.repeat(count)}\n|${'-|'.repeat(count)}\n${'|\n'.repeat(200)}`,
    Array.from({ length: Math.min(count, 300) }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    `a${' '.repeat(count)}b`,
    '[@small]'.repeat(count),
    `:statement[${'*a '.repeat(count)}]{#x finding=y}`,
  ])
}

/** Mutators of the texts that authors write. */
export const folderMutators: readonly Mutator[] = [
  folder('hostile text put in', 16, (texts, random) => {
    for (let count = 1 + random.below(3); count > 0; count--)
      putIn(texts, somePath(texts, random), random.pick(hostileTexts), random)
  }),
  folder('long text put in', 5, (texts, random) =>
    putIn(texts, somePath(texts, random), longText(random), random),
  ),
  folder('monstrous YAML put in', 8, (texts, random) => {
    putIn(texts, somePath(texts, random, yaml), `\n${monstrousYaml(random)}\n`, random)
  }),
  folder('monstrous YAML alone', 5, (texts, random) => {
    const path = somePath(texts, random, yaml)
    const text = monstrousYaml(random)
    texts.set(path, path.endsWith('.md') ? `---\n${text}\n---\n\ntext\n` : text)
  }),
  folder('monstrous Markdown put in', 10, (texts, random) => {
    const path = somePath(texts, random, /^conditions|^sources|^handouts|^about/)
    texts.set(path, `${texts.get(path) ?? ''}\n\n${monstrousMarkdown(random)}\n`)
  }),
  folder('cut off', 4, (texts, random) => {
    const path = somePath(texts, random)
    const text = texts.get(path) ?? ''
    texts.set(path, text.slice(0, random.below(text.length)))
  }),
  folder('lines shuffled', 4, (texts, random) => {
    const path = somePath(texts, random)
    texts.set(
      path,
      (texts.get(path) ?? '')
        .split('\n')
        .sort(() => random.unit() - 0.4)
        .join('\n'),
    )
  }),
  folder('line doubled or left out', 5, (texts, random) => {
    const path = somePath(texts, random)
    const lines = (texts.get(path) ?? '').split('\n')
    const at = random.below(lines.length)
    lines.splice(at, 1, ...(random.once(2) ? [] : [lines[at] ?? '', lines[at] ?? '']))
    texts.set(path, lines.join('\n'))
  }),
  folder('words exchanged', 5, (texts, random) => {
    const path = somePath(texts, random)
    const words = (texts.get(path) ?? '').split(/\b/)
    const [one, other] = [random.below(words.length), random.below(words.length)]
    const kept = words[one] ?? ''
    words[one] = words[other] ?? ''
    words[other] = kept
    texts.set(path, words.join(''))
  }),
  folder('files swapped', 3, (texts, random) => {
    const [one, other] = [somePath(texts, random), somePath(texts, random)]
    const kept = texts.get(one) ?? ''
    texts.set(one, texts.get(other) ?? '')
    texts.set(other, kept)
  }),
  folder('file left out', 3, (texts, random) => void texts.delete(somePath(texts, random))),
  folder('quotes that are everywhere', 3, (texts, random) => {
    const sign = random.pick(['é ', 'a. ', '\u0301', '\u00ad', 'ᄀ'])
    const path = somePath(texts, random, /^sources/)
    const id = /([^/]+)\.md$/.exec(path)?.[1] ?? ''
    const head = `---\nid: ${id}\ntitle: T\npassages:\n  every-one: "${sign.trim()}"\n---\n\n`
    texts.set(path, head + sign.repeat(random.pick([10, 1_000, 20_000])))
  }),
]
