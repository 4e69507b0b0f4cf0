// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { info } from '../../bundle/test-content'
import type { Preview, PreviewFlaw, Session } from '../../shared/contract'
import { defaultSettings } from '../../shared/settings'
import PreviewFlaws from '../components/PreviewFlaws.vue'
import { i18n } from '../i18n'
import { useSession } from '../stores/session'
import { errorsFirst, usePreview } from './usePreview'

/* `window.lectern` must be there before the bridge is read. */
vi.hoisted(() => vi.stubGlobal('lectern', { saveSettings: vi.fn() }))

const flaw = (severity: PreviewFlaw['severity'], at: string): PreviewFlaw => ({
  code: 'NO_FINDING',
  at,
  detail: null,
  says: `Something about ${at || 'all'}.`,
  next: 'Do this.',
  severity,
})
const preview = (change: Partial<Preview> = {}): Preview => ({
  folder: 'ldn',
  state: 'good',
  revision: 1,
  at: '2026-11-22T10:00:00.000Z',
  flaws: [],
  ...change,
})
const said = (change: Partial<Session> = {}): Session => ({
  bundle: info(),
  file: 'preview-1.lectern',
  failure: null,
  location: '/',
  settings: defaultSettings,
  signature: { is: 'none' },
  signedBefore: null,
  preview: preview(),
  notices: [],
  ...change,
})

async function running(at = '/ldn/conditions/fibromyalgia?statement=fm-pain') {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:bundle/:rest(.*)*', component: { template: '<p />' } }],
  })
  await router.push(at)
  let own: ReturnType<typeof usePreview> | null = null
  mount({ setup: () => ((own = usePreview()), () => null) }, { global: { plugins: [router, i18n] } })
  if (own === null) throw new Error('not set up')
  document.documentElement.dataset['ready'] = 'true'
  return { router, session: useSession(), ...(own as ReturnType<typeof usePreview>) }
}

beforeEach(() => setActivePinia(createPinia()))

describe('what is previewed', () => {
  it('is told with the errors first, each kind in its order', () => {
    const [w, e, w2, e2] = (['warning', 'error', 'warning', 'error'] as const).map((kind, n) =>
      flaw(kind, `${n}`),
    )
    expect(errorsFirst([w, e, w2, e2] as PreviewFlaw[])).toEqual([e, e2, w, w2])
  })

  it.each([
    [[], 'No flaws'],
    [[flaw('error', 'a')], '1 error'],
    [[flaw('warning', 'a'), flaw('error', 'b'), flaw('error', 'c')], '2 errors, 1 warning'],
    [[flaw('warning', 'a')], '1 warning'],
  ])('is counted in words', async (flaws, expected) => {
    const { countOf } = await running()
    expect(countOf(preview({ flaws }))).toBe(expected)
  })

  it('changes in place: the route stays when the bundle is another of the same id', async () => {
    const { follow, router, session } = await running()
    session.take(said())
    const next = said({ bundle: info({ title: 'New' }), preview: preview({ revision: 2 }) })
    await follow(next)
    expect([session.bundle?.title, router.currentRoute.value.fullPath]).toEqual([
      'New',
      '/ldn/conditions/fibromyalgia?statement=fm-pain',
    ])
  })

  it('leaves the bundle alone when only the flaws are others', async () => {
    const { follow, session } = await running()
    session.take(said())
    const { bundle } = session
    await follow(said({ preview: preview({ state: 'kept', flaws: [flaw('error', 'a')] }) }))
    expect(session.bundle).toBe(bundle)
    expect(session.preview?.state).toBe('kept')
    await vi.waitFor(() =>
      expect(session.announcement).toBe(
        'Preview: 1 error. What was saved has errors: the page shows the last good version.',
      ),
    )
  })

  it('goes to the same page under the new id when the author gives the bundle another', async () => {
    const { follow, router, session } = await running()
    session.take(said())
    await follow(said({ bundle: info({ id: 'other' }), preview: preview({ revision: 2 }) }))
    expect(router.currentRoute.value.fullPath).toBe('/other/conditions/fibromyalgia?statement=fm-pain')
  })
})

describe('the flaws', () => {
  it('stand with place, words and code, the whole folder by its name', () => {
    const flaws = [flaw('warning', 'about.md:3'), flaw('error', '')]
    const panel = mount(PreviewFlaws, {
      props: { preview: preview({ state: 'kept', flaws }) },
      global: { plugins: [i18n] },
    })
    expect(panel.findAll('li').map((item) => item.findAll('li > *').map((part) => part.text()))).toEqual([
      ['Error', 'the whole folder', 'Something about all. Do this.', 'NO_FINDING'],
      ['Warning', 'about.md:3', 'Something about about.md:3. Do this.', 'NO_FINDING'],
    ])
    expect(panel.get('aside').attributes('aria-label')).toBe('Flaws in ldn')
  })

  it('that are none are said, and no empty list is shown', () => {
    const panel = mount(PreviewFlaws, { props: { preview: preview() }, global: { plugins: [i18n] } })
    expect(panel.text()).toContain('No flaws')
    expect(panel.find('ul').exists()).toBe(false)
  })
})
