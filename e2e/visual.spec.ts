import { expect, test, type Running, type Start } from './app'
import { EvidenceScreen } from './screens/evidence-screen'
import { VisualDesk } from './screens/visual-desk'

/*
 * How the screens look, compared with the pictures in `e2e/pictures` that somebody has looked at. What a reader must be able to
 * tell from a screen is tested by role and name elsewhere; this finds what moved, ran over, or lost its colour. To renew them see
 * CONTRIBUTING.md.
 */
const pain = '/conditions/fibromyalgia?finding=fm-pain-12w'
const response = '/conditions/crohns-disease?finding=crohns-response-12w'

/** A desk on which pictures are taken. */
async function visual(
  start: (how?: Start) => Promise<Running>,
  theme: 'light' | 'dark',
): Promise<VisualDesk & { readonly evidence: EvidenceScreen }> {
  const running = await start({ switches: VisualDesk.switches })
  const desk = new VisualDesk(running)
  await desk.prepare(theme)
  return Object.assign(desk, { evidence: new EvidenceScreen(running.page) })
}

test('findings in words, numbers and pictures', async ({ start }) => {
  const { page, evidence, shows, goTo, scrollTo } = await visual(start, 'light')
  /** The pane with a finding at its top. */
  const showsFinding = async (name: string, id: string): Promise<void> => {
    await scrollTo(evidence.finding(id))
    await shows(name, evidence.pane)
  }
  await goTo(pain)
  await shows('desk')
  await evidence.readAs('Words')
  await showsFinding('finding-words', 'fm-pain-12w')
  await scrollTo(page.getByRole('table', { name: /^Side by side/ }))
  await shows('finding-conflict', evidence.pane)
  await goTo(response)
  await evidence.readAs('Numbers')
  await showsFinding('finding-numbers', 'crohns-response-12w')
  await evidence.readAs('Picture')
  await showsFinding('finding-ratio-and-people', 'crohns-response-12w')
  for (const [name, path, id] of [
    ['finding-continuous', pain, 'fm-pain-12w'],
    ['finding-two-scales', '/conditions/fibromyalgia?finding=fm-pain-pooled', 'fm-pain-pooled'],
    ['finding-no-interval', '/conditions/multiple-sclerosis?finding=ms-mental', 'ms-mental'],
    ['finding-none', '/conditions/diabetic-neuropathy?finding=pdn-placebo-none', 'pdn-placebo-none'],
  ] as const) {
    await goTo(path)
    await showsFinding(name, id)
  }
})

test('screens in a wide window', async ({ start }) => {
  const { page, shows, goTo, scrollTo } = await visual(start, 'light')
  const main = page.getByRole('main')
  await goTo('/')
  await shows('overview')
  await scrollTo(main.getByRole('heading', { name: /^New in/ }))
  await shows('overview-foot', main)
  await goTo('/claims?verdict=contradicted')
  await shows('claims', main)
  await goTo('/compare?conditions=fibromyalgia,crohns-disease,multiple-sclerosis')
  await shows('compare', main)
  await goTo('/search?q=pain%20certainty%3Alow')
  await expect(main.getByRole('status').filter({ hasText: /\d/ }).first()).toBeVisible()
  await shows('search', main)
  await goTo('/conditions/fibromyalgia?regimen=fm-regimen-dose-finding')
  await shows('regimen', page.locator('[data-regimen][aria-current="true"]'))
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+=')
  await goTo(pain)
  await shows('desk-200-percent')
})

test('in the dark', async ({ start }) => {
  const { page, evidence, shows, goTo } = await visual(start, 'dark')
  await goTo('/?design=randomised%20trial&certainty=low')
  await shows('dark-overview', page.getByRole('main'))
  await goTo(response)
  await evidence.readAs('Picture')
  await shows('dark-desk')
  await goTo('/conditions/diabetic-neuropathy?finding=pdn-placebo-none')
  await shows('dark-none', evidence.pane)
  await goTo('/claims?verdict=supported')
  await shows('dark-claims', page.getByRole('main'))
})

test('in smaller windows', async ({ start }) => {
  const { page, evidence, shows, goTo, resize } = await visual(start, 'light')
  await resize(1100)
  await goTo(pain)
  await shows('middle-desk')
  await goTo('/')
  await shows('middle-overview', page.getByRole('main'))
  await resize(700)
  await shows('narrow-overview')
  await goTo('/conditions/fibromyalgia')
  await shows('narrow-condition')
  await goTo(`${response}&pane=evidence`)
  await evidence.readAs('Picture')
  await shows('narrow-picture')
  await goTo('/compare?conditions=fibromyalgia,crohns-disease')
  await shows('narrow-compare')
})

for (const [name, path] of [
  ['paper-condition', 'conditions/fibromyalgia'],
  ['paper-handout', 'handouts/fibromyalgia-easy'],
] as const)
  test(`on paper: ${name}`, async ({ start }) => {
    const { shows, layOut } = await visual(start, 'light')
    await layOut(path)
    await shows(name)
  })
