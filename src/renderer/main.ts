import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './styles/symbols.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/stacking.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { conditionIdSchema } from '../bundle'
import { drawRest } from './composables/first-picture'
import { followBundles } from './composables/follow-bundles'
import { painting } from './composables/painted'
import { useContent } from './composables/useContent'
import { i18n } from './i18n'
import { routeOf, router } from './router'
import { useSession } from './stores/session'
import { readGlossary } from './terms/useGlossary'

/** A slow drive must not keep the window empty. In milliseconds. */
const longestWait = 200

const started = painting()
const app = createApp(App).use(createPinia()).use(i18n)
const session = useSession()
const tell = (error: unknown): void =>
  session.tell({ code: 'UNEXPECTED', detail: error instanceof Error ? error.message : String(error) })
app.config.errorHandler = tell
window.addEventListener('unhandledrejection', ({ reason }) => tell(reason))
void session.start().then(async (location) => {
  const { bundle } = session
  const isPaper = window.location.pathname.split('/')[2] === 'paper'
  if (bundle !== null && !isPaper) await router.replace(routeOf(bundle.id, location ?? '/'))
  if (!isPaper) followBundles(router)
  app.use(router)
  await router.isReady()
  await Promise.race([readAhead(), new Promise((go) => setTimeout(go, longestWait))])
  app.mount('#app')
  await drawRest()
  started()
})

/**
 * Asks for what the page that the desk starts on shows: drawn in one go, it is there sooner than drawn around an empty
 * middle first. What it comes to is said by the page.
 */
async function readAhead(): Promise<void> {
  const { name, params } = router.currentRoute.value
  const content = useContent().value
  const id = conditionIdSchema.safeParse(params['id'])
  if (name !== 'condition' || content === null || !id.success) return
  readGlossary(content)
  await Promise.all([content.condition(id.data), content.claims()])
}
