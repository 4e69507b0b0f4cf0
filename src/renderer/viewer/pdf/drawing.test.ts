import { describe, expect, it } from 'vitest'
import { drawnOn, type Operators } from './drawing'

/** Operators as pdf.js names them; the numbers are of no account. */
const names = [
  ...[
    'save',
    'restore',
    'transform',
    'paintFormXObjectBegin',
    'paintFormXObjectEnd',
    'beginAnnotation',
    'endAnnotation',
  ],
  ...[
    'paintImageXObject',
    'paintInlineImageXObject',
    'paintImageXObjectRepeat',
    'paintImageMaskXObject',
    'shadingFill',
  ],
  ...[
    'setFillRGBColor',
    'setStrokeRGBColor',
    'setFillColorN',
    'setStrokeColorN',
    'setLineWidth',
    'clip',
    'eoClip',
  ],
  ...[
    'constructPath',
    'fill',
    'eoFill',
    'fillStroke',
    'eoFillStroke',
    'closeFillStroke',
    'closeEOFillStroke',
    'stroke',
  ],
  ...['closeStroke', 'endPath', 'showText'],
] as const
const OPS = Object.fromEntries(names.map((name, at) => [name, at + 1])) as unknown as Parameters<
  typeof drawnOn
>[1]
type Step = readonly [name: (typeof names)[number], ...args: unknown[]]

const found = (...steps: readonly Step[]) => {
  const list: Operators = {
    fnArray: steps.map(([name]) => OPS[name as keyof typeof OPS] as number),
    argsArray: steps.map(([, ...args]) => args),
  }
  return drawnOn(list, OPS, [0, 0, 600, 800])
}
const pictures = (...steps: readonly Step[]) => found(...steps).map(({ rectangle }) => rectangle)

const path = (
  how: 'fill' | 'stroke' | 'endPath',
  points: readonly number[],
  box: readonly number[],
): Step => ['constructPath', OPS[how] as number, [new Float32Array(points)], new Float32Array(box)]
const box = (how: 'fill' | 'stroke' | 'endPath', x: number, y: number, w: number, h: number): Step =>
  path(how, [0, x, y, 1, x + w, y, 1, x + w, y + h, 1, x, y + h, 4], [x, y, x + w, y + h])
const circle = (how: 'fill' | 'stroke'): Step =>
  path(how, [0, 10, 0, 2, 10, 6, 6, 10, 0, 10, 2, -6, 10, -10, 6, -10, 0], [-10, 0, 10, 10])

describe('where a page shows pictures', () => {
  it('an image fills the unit square, wherever that has been put', () => {
    expect(pictures(['transform', 100, 0, 0, 50, 72, 400], ['paintImageXObject', 'a'])).toEqual([
      [72, 400, 172, 450],
    ])
  })

  it('transformations add up, and end where they are restored', () => {
    expect(
      pictures(
        ['transform', 2, 0, 0, 2, 0, 0],
        ['save'],
        ['transform', 10, 0, 0, 10, 5, 5],
        ['paintInlineImageXObject', 'a'],
        ['restore'],
        ['transform', 1, 0, 0, 1, 3, 0],
        ['paintImageXObject', 'b'],
      ),
    ).toEqual([
      [10, 10, 30, 30],
      [6, 0, 8, 2],
    ])
  })

  it('a form has a matrix of its own, or none, and an edge', () => {
    expect(
      pictures(
        ['paintFormXObjectBegin', [3, 0, 0, 3, 1, 1], [0, 0, 0.5, 1]],
        ['paintImageXObject', 'a'],
        ['paintFormXObjectEnd'],
        ['paintFormXObjectBegin', null, null],
        ['paintImageXObject', 'a'],
      ),
    ).toEqual([
      [1, 1, 2.5, 4],
      [0, 0, 1, 1],
    ])
  })

  it('one that is turned or mirrored is where its corners are', () => {
    expect(pictures(['transform', 0, 10, -20, 0, 100, 100], ['paintImageXObject', 'a'])).toEqual([
      [80, 100, 100, 110],
    ])
    expect(pictures(['transform', -10, 0, 0, -10, 50, 50], ['paintImageXObject', 'a'])).toEqual([
      [40, 40, 50, 50],
    ])
  })

  it('one that is repeated stands at each of its places', () => {
    expect(pictures(['paintImageXObjectRepeat', 'a', 4, 2, [0, 0, 10, 10]])).toEqual([
      [0, 0, 4, 2],
      [10, 10, 14, 12],
    ])
  })

  it('an annotation stands on the page, whatever was drawn before', () => {
    expect(
      pictures(
        ['transform', 9, 0, 0, 9, 0, 0],
        ['beginAnnotation', 'a', [0, 0, 9, 9], [1, 0, 0, 1, 50, 60], [2, 0, 0, 2, 0, 0]],
        ['paintImageXObject', 'a'],
        ['endAnnotation'],
      ),
    ).toEqual([[50, 60, 52, 62]])
  })

  it('stencils and text are no pictures, and a list that restores too often does no harm', () => {
    expect(
      pictures(['paintImageMaskXObject', {}], ['showText', []], ['restore'], ['paintImageXObject', 'a']),
    ).toEqual([[0, 0, 1, 1]])
  })
})

describe('what a path is to a page', () => {
  const is = (...steps: readonly Step[]) => found(...steps).map((one) => one.is)

  it.each<[string, readonly Step[], string]>([
    ['a bar in a strong colour', [['setFillRGBColor', '#d62728'], box('fill', 0, 0, 40, 90)], 'picture'],
    ['a grey bar', [['setFillRGBColor', '#888888'], box('fill', 0, 0, 40, 90)], 'drawing'],
    ['a dot', [circle('fill')], 'drawing'],
    ['an open dot', [['setFillRGBColor', '#ffffff'], circle('fill')], 'drawing'],
    ['a coloured line that is no rule', [['setStrokeRGBColor', '#1f77b4'], circle('stroke')], 'picture'],
    ['a thick line', [['setLineWidth', 20], path('stroke', [0, 0, 5, 1, 90, 5], [0, 5, 90, 5])], 'drawing'],
    ['a pattern', [['setFillColorN', 'TilingPattern'], box('fill', 0, 0, 40, 90)], 'picture'],
    [
      'a colour of a kind that is not known',
      [['setFillRGBColor', 'lab(50 40 40)'], box('fill', 0, 0, 40, 90)],
      'picture',
    ],
    ['a rule', [path('stroke', [0, 0, 5, 1, 90, 5], [0, 5, 90, 5])], 'rule'],
    ['a rule that is a thin box', [box('fill', 0, 0, 400, 1)], 'rule'],
    ['a coloured rule', [['setFillRGBColor', '#d62728'], box('fill', 0, 0, 400, 2)], 'rule'],
    ['a frame', [box('stroke', 0, 0, 400, 200)], 'rule'],
    ['a box in hardly any colour', [['setFillRGBColor', '#eef3f8'], box('fill', 0, 0, 400, 20)], 'rule'],
  ])('%s', (_what, steps, kind) => expect(is(...steps)).toEqual([kind]))

  it('a colour holds until what was saved is restored', () => {
    expect(is(['save'], ['setFillRGBColor', '#d62728'], ['restore'], box('fill', 0, 0, 40, 90))).toEqual([
      'drawing',
    ])
  })

  it('only what the clip leaves of it is seen', () => {
    const clipped = (...steps: readonly Step[]) =>
      pictures(['clip'], box('endPath', 0, 0, 50, 50), ['setFillRGBColor', '#d62728'], ...steps)
    expect(clipped(box('fill', 20, 20, 90, 90))).toEqual([[20, 20, 50, 50]])
    expect(clipped(box('fill', 60, 60, 90, 90))).toEqual([])
    expect(clipped(['shadingFill', 'a'])).toEqual([[0, 0, 50, 50]])
  })

  it('a path that only clips is not seen, nor is one without steps', () => {
    expect(is(box('endPath', 0, 0, 90, 90), ['constructPath', OPS.fill, [null], null])).toEqual([])
  })
})
