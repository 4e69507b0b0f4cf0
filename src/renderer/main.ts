import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './styles/symbols.css'
import './styles/tokens.css'
import './styles/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { conditionIdSchema } from '../bundle'
import { followBundles } from './composables/follow-bundles'
import { painting } from './composables/painted'
import { useContent } from './composables/useContent'
import { i18n } from './i18n'
import { routeOf, router } from './router'
import { useSession } from './stores/session'
import { readGlossary } from './terms/useGlossary'

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
  readAhead()
  app.mount('#app')
  started()
})

/** Asks for the page that the desk starts on while the window is still being built; it waits for nothing else. */
function readAhead(): void {
  const { name, params } = router.currentRoute.value
  const content = useContent().value
  const id = conditionIdSchema.safeParse(params['id'])
  if (name !== 'condition' || content === null || !id.success) return
  void content.condition(id.data)
  readGlossary(content)
}
