import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { conditionIdSchema, handoutIdSchema } from '../../bundle'
import type { Command, PaperPage } from '../../shared/contract'
import { useCiting } from '../citation/useCiting'
import { openSearch } from '../finding/search-requests'
import { selected } from '../finding/selected-text'
import { routeOf } from '../router'
import { useSession } from '../stores/session'
import { useSettings } from '../stores/settings'
import { findInFocusedPane } from './find-requests'
import { focusNextPane } from './pane-focus'
import { useBundleSwitch } from './useBundleSwitch'
import { usePaper } from './usePaper'

/** What the shell does for commands that concern only it. */
export interface Shell {
  readonly showKeys: () => void
  readonly toggleContents: () => void
}

/** Carries out commands, whether they come from the menu or from keys. */
export function useCommands({ showKeys, toggleContents }: Shell): (command: Command) => void {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const settings = useSettings()
  const { print, savePdf } = usePaper()
  const { choose } = useBundleSwitch()
  const { copyLink } = useCiting()

  /** The page on screen as a page for paper; other screens have none. */
  function paperPage(): PaperPage | null {
    if (route.name === 'condition') {
      const id = conditionIdSchema.safeParse(route.params['id'])
      return id.success ? { kind: 'condition', id: id.data } : null
    }
    if (route.name !== 'handout') return null
    const id = handoutIdSchema.safeParse(route.params['id'])
    return id.success ? { kind: 'handout', id: id.data } : null
  }

  function openHandout(): void {
    const { bundle } = session
    if (bundle === null) return
    const own = bundle.handouts.find(
      ({ condition }) => route.name === 'condition' && condition === route.params['id'],
    )
    if (route.name === 'condition' && own === undefined) session.say(t('condition.noHandout'))
    void router.push(routeOf(bundle.id, own === undefined ? '/handouts' : `/handouts/${own.id}`))
  }

  function openSafety(): void {
    const { bundle } = session
    if (bundle === null) return
    if (bundle.safety === null) session.say(t('state.noSafety'))
    else void router.push(routeOf(bundle.id, `/conditions/${bundle.safety}`))
  }

  return (command) => {
    const page = paperPage()
    switch (command) {
      case 'openBundle':
        return void choose()
      case 'print':
        return page === null ? session.say(t('state.noPaper')) : void print(page)
      case 'savePdf':
        return page === null ? session.say(t('state.noPaper')) : void savePdf(page)
      case 'handout':
        return openHandout()
      case 'search':
        return openSearch()
      case 'searchSelected':
        return openSearch(selected()?.text ?? '')
      case 'find':
        return findInFocusedPane()
      case 'back':
        return router.back()
      case 'forward':
        return router.forward()
      case 'textLarger':
        return settings.stepTextSize(1)
      case 'textSmaller':
        return settings.stepTextSize(-1)
      case 'textNormal':
        return settings.change({ textSize: 100 })
      case 'toggleContents':
        return toggleContents()
      case 'toggleEvidence':
        return settings.togglePane('evidence')
      case 'toggleSource':
        return settings.togglePane('source')
      case 'nextPane':
        return focusNextPane()
      case 'copyLink':
        return void copyLink()
      case 'keys':
        return showKeys()
      case 'safety':
        return openSafety()
      case 'about':
        return session.bundle === null ? undefined : void router.push(routeOf(session.bundle.id, '/about'))
    }
  }
}
