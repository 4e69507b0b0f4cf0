// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { blockSchema } from '../../../bundle'
import { statementData } from '../../../bundle/test-content'
import { i18n } from '../../i18n'
import BlockText from './BlockText.vue'
import { provideText } from './text-context'

const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
})

/** On a desk, where text leads somewhere and some of it is selected. */
const Desk = defineComponent({
  props: { selected: { type: String, default: '' } },
  setup({ selected }, { slots }) {
    provideText({
      selectedStatement: computed(() => selected),
      selectedPassage: computed(() => selected),
      statement: (id) => `/desk?statement=${id}`,
      passage: (id) => `/desk?passage=${id}`,
      source: (id) => `/sources/${id}`,
      page: (path) => `/ldn${path}`,
      findings: () => [],
    })
    return () => slots['default']?.()
  },
})

const read = (nodes: readonly object[]) => nodes.map((node) => blockSchema.parse(node))
const global = { plugins: [router, i18n] }
const onDesk = (nodes: readonly object[], selected = ''): VueWrapper =>
  mount(Desk, {
    global,
    props: { selected },
    slots: { default: () => h(BlockText, { blocks: read(nodes) }) },
  })
const onPaper = (nodes: readonly object[], down = 0): VueWrapper =>
  mount(BlockText, { global, props: { blocks: read(nodes), down } })

const t = (value: string): object => ({ type: 'text', value })
const paragraph = (...children: object[]): object => ({ type: 'paragraph', block: 4, children })
const heading = (depth: number): object => ({ type: 'heading', depth, block: 0, children: [t('Found')] })
const cell = (block: number, value: string): object => ({ type: 'tableCell', block, children: [t(value)] })
const item = (value: string): object => ({ type: 'listItem', children: [paragraph(t(value))] })
const passage = { type: 'passage', id: 'p1', children: [t('fell by 28.8%')] }
const citation = {
  type: 'citation',
  items: [
    { source: 'younger2013', label: 'Younger 2013', locator: 'p. 3' },
    { source: 'b', label: 'B' },
  ],
}
const link = { type: 'link', to: '/conditions/crohns', children: [t('Crohn’s disease')] }

describe('each kind of block', () => {
  it.each([
    ['a paragraph', paragraph(t('Less pain.')), 'p[data-block="4"]', 'Less pain.'],
    ['a heading', heading(2), 'h2[data-block="0"]', 'Found'],
    ['a list', { type: 'list', ordered: false, children: [item('one')] }, 'ul > li > p', 'one'],
    [
      'a numbered list',
      { type: 'list', ordered: true, start: 3, children: [item('three')] },
      'ol[start="3"] > li',
      'three',
    ],
    ['a quotation', { type: 'blockquote', children: [paragraph(t('said'))] }, 'blockquote > p', 'said'],
    [
      'a note',
      { type: 'box', kind: 'note', children: [paragraph(t('note'))] },
      '.box.note[role="note"] > p',
      'note',
    ],
    [
      'a warning',
      { type: 'box', kind: 'warning', children: [paragraph(t('opioids'))] },
      '.box.warning > p',
      'opioids',
    ],
    ['a line', { type: 'thematicBreak' }, 'hr', ''],
    ['code', paragraph({ type: 'inlineCode', value: '4.5 mg' }), 'p > code', '4.5 mg'],
    ['emphasis', paragraph({ type: 'emphasis', children: [t('very')] }), 'p > em', 'very'],
    ['strong words', paragraph({ type: 'strong', children: [t('never')] }), 'p > strong', 'never'],
    ['a break', paragraph(t('a'), { type: 'break' }, t('b')), 'p > br', ''],
  ])('%s is shown as such', (_what, node, selector, text) => {
    for (const shown of [onDesk([node]), onPaper([node])]) expect(shown.get(selector).text()).toBe(text)
  })

  it('a table has a head of its first row, and a number on each cell', () => {
    const table = {
      type: 'table',
      children: [
        { type: 'tableRow', children: [cell(1, 'Outcome'), cell(2, 'Effect')] },
        { type: 'tableRow', children: [cell(3, 'Pain'), cell(4, '−0.5')] },
      ],
    }
    const shown = onPaper([table])
    expect(shown.findAll('thead th[scope="col"]').map((th) => th.text())).toEqual(['Outcome', 'Effect'])
    expect(shown.findAll('tbody td').map((td) => td.attributes('data-block'))).toEqual(['3', '4'])
  })

  it('headings go down below the title of what holds them, and no lower than six', () => {
    const tags = onPaper([heading(1), heading(3), heading(6)], 2).findAll('h1, h2, h3, h4, h5, h6')
    expect(tags.map(({ element }) => element.tagName)).toEqual(['H3', 'H5', 'H6'])
  })

  it('blocks keep their order', () => {
    const shown = onPaper([
      heading(2),
      paragraph(t('first')),
      { type: 'thematicBreak' },
      paragraph(t('last')),
    ])
    expect(shown.findAll('h2, p, hr').map(({ element }) => element.tagName)).toEqual(['H2', 'P', 'HR', 'P'])
  })
})

describe('on a desk', () => {
  it('a statement is a link to its finding and says its certainty, in words too', () => {
    const statement = onDesk([paragraph(statementData('s1', 'f1'))]).get('[data-statement="s1"]')
    expect(statement.attributes('role')).toBe('link')
    expect(statement.attributes('aria-current')).toBeUndefined()
    expect(statement.text()).toMatch(/^Statement s1\.\s+\(low certainty\)/)
    expect(statement.text()).toContain('⊕⊕○○')
  })

  it('what is selected says so', () => {
    const nodes = [paragraph(statementData('s1', 'f1')), paragraph(passage)]
    const current = (id: string): unknown =>
      onDesk(nodes, id)
        .findAll('[aria-current="true"]')
        .map((link) => link.text().slice(0, 12))
    expect(current('s1')).toEqual(['Statement s1'])
    expect(current('p1')).toEqual(['fell by 28.8'])
    expect(current('s2')).toEqual([])
  })

  describe.each([
    ['statement', 'Statement s1', statementData('s1', 'f1'), '[data-statement]'],
    ['passage', 'fell by 28.8%', { ...passage, id: 's1' }, '[data-passage]'],
  ])('a %s, whose words readers copy', (kind, words, node, selector) => {
    const place = `/desk?${kind}=s1`
    const shown = (selected = '') => {
      const mark = mount(Desk, {
        global,
        attachTo: document.body,
        props: { selected },
        slots: { default: () => h(BlockText, { blocks: read([paragraph(node)]) }) },
      }).get(selector)
      const push = vi.spyOn(router, 'push').mockResolvedValue(undefined)
      push.mockClear()
      const click = (how: MouseEventInit = {}): boolean =>
        mark.element.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, ...how }))
      return { mark, click, went: () => push.mock.calls.map(([to]) => to) }
    }

    it('is a link by role, in which a selection can begin', () => {
      const { mark } = shown()
      expect([mark.element.tagName, mark.attributes('role'), mark.attributes('tabindex')]).toEqual([
        'SPAN',
        'link',
        '0',
      ])
      expect(mark.text()).toContain(words)
    })

    it('is followed by a click and by Enter', async () => {
      const { mark, click, went } = shown()
      click()
      await mark.trigger('keydown', { key: 'Enter' })
      expect(went()).toEqual([place, place])
    })

    it('is not followed by the click that ends a selection in it', () => {
      const { mark, click, went } = shown()
      window.getSelection()?.selectAllChildren(mark.element)
      click()
      expect(went()).toEqual([])
      click({ detail: 0 }) // a screen reader's
      expect(went()).toEqual([place])
      window.getSelection()?.removeAllRanges()
    })

    it.each([{ ctrlKey: true }, { shiftKey: true }, { metaKey: true }, { altKey: true }, { button: 1 }])(
      'is not followed by a click with %j',
      (how) => {
        const { click, went } = shown()
        click(how)
        expect(went()).toEqual([])
      },
    )

    it('leaves Enter to the keys of the chain once it is chosen, and other keys always', async () => {
      const { mark, went } = shown('s1')
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
      mark.element.dispatchEvent(enter)
      await shown().mark.trigger('keydown', { key: ' ' })
      expect([enter.defaultPrevented, went()]).toEqual([false, []])
    })
  })

  it('a citation and a link lead where they say', () => {
    const shown = onDesk([paragraph(passage, t(' '), citation, t(' '), link)])
    expect(shown.findAll('a').map((a) => [a.attributes('href'), a.text()])).toEqual([
      ['/sources/younger2013', 'Younger 2013'],
      ['/sources/b', 'B'],
      ['/ldn/conditions/crohns', 'Crohn’s disease'],
    ])
    expect(shown.text()).toBe('fell by 28.8% (Younger 2013, p. 3; B) Crohn’s disease')
  })
})

describe('on paper', () => {
  it('nothing is a link, and nothing that was said is lost', () => {
    const shown = onPaper([
      paragraph(statementData('s1', 'f1'), t(' '), passage, t(' '), citation, t(' '), link),
    ])
    expect(shown.findAll('a')).toEqual([])
    expect(shown.text()).toMatch(
      /^Statement s1\..*low.*fell by 28\.8% \(Younger 2013, p\. 3; B\) Crohn’s disease$/,
    )
  })
})

describe('text that looks like HTML', () => {
  const bad = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{ 7 * 7 }}&lt;b&gt;'

  it.each([
    ['text', t(bad)],
    ['code', { type: 'inlineCode', value: bad }],
    ['emphasis', { type: 'emphasis', children: [t(bad)] }],
    ['a statement', { ...statementData('s1', 'f1'), children: [t(bad)] }],
    ['a passage', { ...passage, children: [t(bad)] }],
    ['the label of a citation', { type: 'citation', items: [{ source: 'a', label: bad, locator: bad }] }],
    ['a link', { ...link, children: [t(bad)] }],
  ])('stays text in %s', (_what, node) => {
    for (const shown of [onDesk([paragraph(node)]), onPaper([paragraph(node)])]) {
      expect(shown.findAll('img, script, b')).toEqual([])
      expect(shown.html()).toContain('&lt;img src=x')
      expect(shown.text()).toContain(bad)
    }
  })
})
