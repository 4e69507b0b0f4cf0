import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import type { Preview, PreviewFlaw, Session } from '../../shared/contract'
import { routeOf } from '../router'
import { useSession } from '../stores/session'
import { keepPlace } from './kept-place'
import { painted } from './painted'

/** The flaws with the errors first, each kind by file and line as it came. */
export const errorsFirst = (flaws: readonly PreviewFlaw[]): PreviewFlaw[] => [
  ...flaws.filter(({ severity }) => severity === 'error'),
  ...flaws.filter(({ severity }) => severity !== 'error'),
]

/** What is previewed, in words, and following each save of it at the place where the reader is. */
export function usePreview() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const session = useSession()

  /** `2 errors, 1 warning`, or that there are none. */
  function countOf({ flaws }: Preview): string {
    if (flaws.length === 0) return t('preview.clean')
    const errors = flaws.filter(({ severity }) => severity === 'error').length
    const warnings = flaws.length - errors
    return [
      ...(errors === 0 ? [] : [t('preview.errors', errors)]),
      ...(warnings === 0 ? [] : [t('preview.warnings', warnings)]),
    ].join(', ')
  }

  /** Takes over what main says after a save. The route stays, and so does what is in sight. */
  async function follow(said: Session): Promise<void> {
    const { preview, bundle } = said
    const isOther = preview?.revision !== session.preview?.revision || bundle?.id !== session.bundle?.id
    if (bundle === null || !isOther) session.takePreview(preview)
    else {
      const putBack = keepPlace()
      session.take(said)
      const { bundle: shown } = route.params
      if (shown !== bundle.id) await router.replace(routeOf(bundle.id, pathIn(shown)))
      await painted()
      putBack()
    }
    if (preview !== null) {
      const spoken = { count: countOf(preview), state: t(`preview.state.${preview.state}`) }
      void session.announce(t('preview.spoken', spoken))
    }
  }

  /** The path in a bundle whose id has changed; the overview when none was shown. */
  const pathIn = (bundle: unknown): string =>
    typeof bundle === 'string' && bundle !== '' ? route.fullPath.slice(bundle.length + 1) || '/' : '/'

  return { countOf, follow }
}
