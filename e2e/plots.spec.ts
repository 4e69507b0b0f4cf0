import type { Locator, Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packed } from './bundles'
import { EvidenceScreen } from './screens/evidence-screen'
import { expect, test as base } from './shared-app'

/*
 * That what is drawn is where its value is, and can be read. Places are measured, not pixels compared: fonts and edges differ
 * between machines, a point on the wrong side of no effect does not. The bundle is made for it, so no content changes it.
 */
const findings = {
  ratio: `estimates: [{ measure: RR, value: 2, interval: { low: 1, high: 4 } }]
        favours: higher
        direction: unclear`,
  difference: `estimates: [{ measure: MD, label: A trial, value: -0.5, unit: points of 10, interval: { low: -1, high: 0.5 } }]
        important: 1
        favours: lower
        direction: no difference`,
  several: `estimates:
          - { measure: SMD, label: 'The first review, of five trials', value: -0.61, interval: { low: -1.14, high: -0.08 } }
          - { measure: SMD, label: 'The second review, of eight trials', value: -0.5, interval: { low: -1.19, high: 0.19 } }
        favours: lower
        direction: mixed`,
  far: `estimates:
          - { measure: MD, label: One, value: -0.5, unit: points, interval: { low: -1, high: 0 } }
          - { measure: MD, label: Two, value: -0.4, unit: points, interval: { low: -0.9, high: 0.1 } }
          - { measure: MD, label: Wide, value: 0.2, unit: points, interval: { low: -29.5, high: 30.5 } }
          - { measure: MD, label: Outside, value: -14, unit: points, interval: { low: -23, high: -5 } }
          - { measure: MD, label: All, value: -0.45, unit: points, interval: { low: -0.8, high: -0.1 }, pooled: true }
        favours: lower
        direction: mixed`,
  hundred: `estimates: [{ measure: MD, value: 60, unit: m, interval: { low: 20, high: 100 } }]
        favours: higher
        direction: better`,
  lone: `estimates: [{ measure: MD, value: 3.3, unit: points }]
        favours: higher
        direction: unclear`,
} as const
type Kind = keyof typeof findings

interface Plots {
  readonly page: Page
  readonly evidence: EvidenceScreen
}

/** A bundle with one finding of each kind. */
const drawn = (folder: string): Promise<string> =>
  packed(folder, {
    'conditions/plots.md':
      '---\nid: plots\ntitle: Plots\ngroup: Long\nreviewed: 2026-11-22\n---\n\n## Bottom line\n\nPlots.\n',
    'sources/trial.md':
      '---\nid: trial\ntitle: A trial\npassages:\n  trial-result: The result.\n---\n\nThe result.\n',
    'evidence/plots.yaml': `summaries:
  - id: all
    question: What is drawn?
    pico: { population: People, intervention: Drug, comparison: Placebo, outcomes: Any }
    findings:
${Object.entries(findings)
  .map(
    ([id, fields]) => `      - id: ${id}
        outcome: Outcome ${id}
        words: It may make a difference.
        certainty: low
        reasons: [{ domain: imprecision, levels: 2, why: Few people. }]
        passages: [trial-result]
        ${fields}
`,
  )
  .join('')}`,
  })

const test = base.extend<{ plots: (room?: { width: number }) => Promise<Plots> }, { bundle: string | null }>({
  bundle: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'lectern-plots-'))
      await use(await drawn(folder))
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],

  /** The plots of that bundle, on screen. */
  plots: async ({ at }, use) => {
    await use(async (room) => {
      const { page } = await at('/conditions/plots', room)
      if ((room?.width ?? 1440) < 1000)
        await page.getByRole('group', { name: 'Pane' }).getByText('Evidence').click()
      const evidence = new EvidenceScreen(page)
      await evidence.readAs('Picture')
      return { page, evidence }
    })
  },
})

const plotOf = (evidence: EvidenceScreen, kind: Kind): Locator => evidence.picture(kind, /^Forest plot/)

/** The middle of what matches, across, in pixels from the left of the window. */
const middles = (plot: Locator, selector: string): Promise<number[]> =>
  plot.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { left, right } = one.getBoundingClientRect()
      return (left + right) / 2
    }),
  )

/** Where each label of the scale stands, by its text. */
const ticks = async (plot: Locator): Promise<ReadonlyMap<string, number>> => {
  const texts = await plot.locator('.axis text').allTextContents()
  const places = await middles(plot, '.axis g line')
  return new Map(texts.map((text, index) => [text.trim(), places[index] ?? Number.NaN]))
}

test('on a straight scale every value is where its figure is', async ({ plots }) => {
  const { evidence } = await plots()
  const plot = plotOf(evidence, 'difference')
  const scale = await ticks(plot)
  const [none = Number.NaN] = await middles(plot, 'line.none')
  expect(none).toBeCloseTo(scale.get('0') ?? Number.NaN, 0)
  const [point = Number.NaN] = await middles(plot, 'rect.point')
  expect(point).toBeCloseTo(scale.get('−0.5') ?? Number.NaN, 0)
  const [, low = Number.NaN, high = Number.NaN] = await middles(plot, 'line.interval')
  expect(low).toBeCloseTo(scale.get('−1') ?? Number.NaN, 0)
  expect(high).toBeCloseTo(scale.get('0.5') ?? Number.NaN, 0)
  const band = await plot.locator('rect.band').boundingBox()
  expect((band?.x ?? 0) + (band?.width ?? 0)).toBeCloseTo(scale.get('−1') ?? Number.NaN, 0)
})

test('labels of a straight scale say where they stand, whatever their digits', async ({ plots }) => {
  const { evidence } = await plots()
  const scale = await ticks(plotOf(evidence, 'hundred'))
  expect([...scale.keys()]).toEqual(['−25', '0', '25', '50', '75', '100', '125'])
})

test('on a logarithmic scale doubling twice is twice as far as doubling once', async ({ plots }) => {
  const { evidence } = await plots()
  const plot = plotOf(evidence, 'ratio')
  const [none = Number.NaN] = await middles(plot, 'line.none')
  const [point = Number.NaN] = await middles(plot, 'rect.point')
  const [, low = Number.NaN, high = Number.NaN] = await middles(plot, 'line.interval')
  expect(low).toBeCloseTo(none, 0)
  expect(Math.abs(high - none - 2 * (point - none))).toBeLessThan(2)
})

test('a value without an interval is a ring without a line', async ({ plots }) => {
  const { evidence } = await plots()
  const plot = plotOf(evidence, 'lone')
  await expect(plot.locator('circle.lone-point')).toHaveCount(1)
  await expect(plot.locator('line.interval')).toHaveCount(0)
  await expect(plot).toHaveAccessibleName(/3\.3 points \(no interval reported\)/)
})

test('an interval far outside the others is cut with an arrowhead, never silently, and squeezes nobody', async ({
  plots,
}) => {
  const { evidence } = await plots()
  const plot = plotOf(evidence, 'far')
  const widths = await plot
    .locator('line.interval[y1="50%"]')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
  const whole = (await plot.locator('.axis').boundingBox())?.width ?? 0
  expect(widths[0]).toBeGreaterThan(whole / 5)
  expect(widths[2]).toBeCloseTo(whole, 0)
  await expect(plot.locator('.cut')).toHaveCount(3)
  await expect(plot).toHaveAccessibleName(
    /Wide: 0\.2 points \(95% CI −29\.5 to 30\.5\)\. Its interval goes on beyond the scale\./,
  )
  await expect(plot).toHaveAccessibleName(
    /Outside: −14 points \(95% CI −23 to −5\)\. It lies beyond the scale\./,
  )
  await expect(plot).toHaveAccessibleName(/One: −0\.5 points \(95% CI −1 to 0\)\. Two/)
  await expect(plot).toContainText('Wide 0.2 points (95% CI −29.5 to 30.5)')
  await expect(plot).toContainText('Arrowhead: goes on beyond the scale.')
})

test('what is pooled is a diamond from end to end of its interval', async ({ plots }) => {
  const { evidence } = await plots()
  const plot = plotOf(evidence, 'far')
  const scale = await ticks(plot)
  const diamond = plot.locator('polygon')
  await expect(diamond).toHaveCount(1)
  const tips = await diamond.evaluate((one: SVGPolygonElement) =>
    [0, 2].map((index) => one.points.getItem(index).matrixTransform(one.getScreenCTM() ?? new DOMMatrix()).x),
  )
  const [zero, one] = [scale.get('0') ?? Number.NaN, scale.get('−1') ?? Number.NaN]
  const at = (value: number): number => zero + value * (zero - one)
  expect(Math.abs((tips[0] ?? Number.NaN) - at(-0.8))).toBeLessThan(1.5)
  expect(Math.abs((tips[1] ?? Number.NaN) - at(-0.1))).toBeLessThan(1.5)
  await expect(plot).toHaveAccessibleName(/All: −0\.45 points \(95% CI −0\.8 to −0\.1\), pooled\./)
  await expect(plot).toContainText('Diamond: pooled from several studies.')
})

test('rows of one plot share one line of no effect, from the first to the last', async ({ plots }) => {
  const { evidence } = await plots()
  const plot = plotOf(evidence, 'several')
  const [first = Number.NaN, second = Number.NaN] = await middles(plot, 'line.none')
  expect(first).toBeCloseTo(second, 1)
})

for (const [name, how, steps] of [
  ['at the normal size', { width: 1440 }, 0],
  ['in a narrow window', { width: 640 }, 0],
  ['with text at 200 %', { width: 1440 }, 5],
  ['in a narrow window with text at 200 %', { width: 640 }, 5],
] as const)
  test(`${name} nothing is cut off and no labels run into one another`, async ({ plots }) => {
    const { page, evidence } = await plots(how)
    for (let step = 0; step < steps; step++) await page.keyboard.press('Control+=')
    await page.waitForSelector('html[data-ready="true"]')
    // Large text falls to one pane with tabs, as a narrow window does.
    if (steps > 0) await page.getByRole('group', { name: 'Pane' }).getByText('Evidence').click()
    for (const kind of Object.keys(findings) as Kind[]) {
      const plot = plotOf(evidence, kind)
      const faults = await plot.evaluate((panel) => {
        const pane = panel.closest('[data-pane-body]')?.getBoundingClientRect()
        const labels = [...panel.querySelectorAll('.axis text')].map((one) => one.getBoundingClientRect())
        const all = [...panel.querySelectorAll('text, p, .point, .lone-point')].map((one) =>
          one.getBoundingClientRect(),
        )
        return {
          cut: all.filter(({ left, right }) => !pane || left < pane.left - 1 || right > pane.right + 1)
            .length,
          runTogether: labels.filter(({ right }, index) => (labels[index + 1]?.left ?? Infinity) < right)
            .length,
        }
      })
      expect(faults, kind).toEqual({ cut: 0, runTogether: 0 })
    }
  })
