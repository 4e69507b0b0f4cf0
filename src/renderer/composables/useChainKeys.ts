import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter, type RouteLocationRaw } from 'vue-router'
import { useI18n } from 'vue-i18n'
import type { Selection, StatementNode } from '../../bundle'
import { isTyping } from './is-typing'

/** What the keys of the chain work on. */
export interface ChainKeys {
  readonly statements: () => readonly StatementNode[]
  readonly selection: () => Selection | null
  /** Brings a pane to the front and the focus into it. */
  readonly reveal: (pane: 'condition' | 'evidence' | 'source') => Promise<boolean>
  readonly choose: (level: 'statement' | 'finding' | 'passage', id: string) => RouteLocationRaw
}

/**
 * `J`/`K` next and previous statement, `Enter` down the chain, `Backspace` up. Enter on what is not yet selected
 * selects it, as it would on any link; on what is selected it moves the focus one level down.
 */
export function useChainKeys({ statements, selection, choose, reveal }: ChainKeys): void {
  const router = useRouter()
  const { t } = useI18n()

  async function step(by: 1 | -1): Promise<void> {
    const all = statements()
    const at = all.findIndex(({ id }) => id === selection()?.statement?.id)
    const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by]
    if (next === undefined) return
    await router.push(choose('statement', next.id))
    await reveal('condition')
  }

  function pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return
    const focused = document.activeElement
    if (event.key === 'j' || event.key === 'k') {
      event.preventDefault()
      void step(event.key === 'j' ? 1 : -1)
    } else if (event.key === 'Enter' && isSelected(focused)) {
      event.preventDefault()
      void down(focused.closest('[data-finding]') === null)
    } else if (event.key === 'Backspace') {
      event.preventDefault()
      void up(focused?.closest('[data-pane]')?.getAttribute('aria-label') === t('panes.source'))
    }
  }

  /** From a statement to its finding, from a finding to its passage; past a pane that is closed. */
  const down = async (fromStatement: boolean): Promise<boolean> =>
    (fromStatement && (await reveal('evidence'))) || reveal('source')

  const up = async (fromSource: boolean): Promise<boolean> =>
    (fromSource && (await reveal('evidence'))) || reveal('condition')

  onMounted(() => window.addEventListener('keydown', pressed))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed))
}

/** True when the focus is on the link of what is selected, so that following it again would change nothing. */
function isSelected(element: Element | null): element is Element {
  const selected = '[data-statement][aria-current="true"], [data-finding][aria-current="true"] h4 a'
  return element?.matches(selected) === true
}
