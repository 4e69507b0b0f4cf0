import type { Random } from './random'

const text = { type: 'text', value: 'a' }

/** One thing in another, in another, so many times. */
function nested(depth: number, wrap: (inner: unknown) => unknown, innermost: unknown): unknown {
  let value = innermost
  for (let level = 0; level < depth; level++) value = wrap(value)
  return value
}

const paragraph = (children: unknown[]): unknown => ({ type: 'paragraph', block: 0, children })

const depths = [2, 8, 12, 25, 28, 30, 60, 1_000]
const widths = [100, 10_000, 40_000]

/** Blocks of a page that are sound but for their depth or their number. */
export function monstrousBlocks(random: Random): unknown[] {
  const depth = random.pick(depths)
  const width = random.pick(widths)
  switch (random.below(8)) {
    case 0:
      return [nested(depth, (inner) => ({ type: 'blockquote', children: [inner] }), paragraph([text]))]
    case 1:
      return [
        nested(
          depth,
          (inner) => ({ type: 'list', ordered: false, children: [{ type: 'listItem', children: [inner] }] }),
          paragraph([text]),
        ),
      ]
    case 2:
      return [paragraph([nested(depth, (inner) => ({ type: 'emphasis', children: [inner] }), text)])]
    case 3:
      return [nested(depth, (inner) => ({ type: 'box', kind: 'note', children: [inner] }), paragraph([text]))]
    case 4:
      return Array.from({ length: width }, () => 0)
    case 5:
      return Array.from({ length: width }, (_, block) => ({ type: 'paragraph', block, children: [text] }))
    case 6:
      return [paragraph(Array.from({ length: width }, () => ({})))]
    default:
      return [
        {
          type: 'table',
          children: Array.from({ length: width }, () => ({ type: 'tableRow', children: [] })),
        },
      ]
  }
}
