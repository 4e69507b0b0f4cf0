import { createRouter, createWebHistory, type RouteLocationRaw } from 'vue-router'
import type { Selection } from '../bundle'
import DeskScreen from './screens/DeskScreen.vue'
import OverviewScreen from './screens/OverviewScreen.vue'

/** Routes are the selection: history, links and the next start all restore the desk from them. */
export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/:bundle', name: 'overview', component: OverviewScreen },
    { path: '/:bundle/conditions/:id', name: 'condition', component: DeskScreen },
    { path: '/:bundle/claims', name: 'claims', component: () => import('./screens/ClaimsScreen.vue') },
    { path: '/:bundle/handouts', name: 'handouts', component: () => import('./screens/HandoutsScreen.vue') },
    {
      path: '/:bundle/handouts/:id',
      name: 'handout',
      component: () => import('./screens/HandoutScreen.vue'),
    },
    { path: '/:bundle/sources/:id', name: 'source', component: () => import('./screens/SourceScreen.vue') },
    { path: '/:bundle/compare', name: 'compare', component: () => import('./screens/CompareScreen.vue') },
    { path: '/:bundle/glossary', name: 'glossary', component: () => import('./screens/GlossaryScreen.vue') },
    {
      path: '/:bundle/resources',
      name: 'resources',
      component: () => import('./screens/ResourcesScreen.vue'),
    },
    { path: '/:bundle/search', name: 'search', component: () => import('./screens/SearchScreen.vue') },
    { path: '/:bundle/about', name: 'about', component: () => import('./screens/AboutScreen.vue') },
    { path: '/:bundle/settings', name: 'settings', component: () => import('./screens/SettingsScreen.vue') },
    {
      path: '/:bundle/paper/:kind(conditions|handouts)/:id',
      name: 'paper',
      component: () => import('./screens/PaperScreen.vue'),
    },
    { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./screens/NotFoundScreen.vue') },
  ],
})

/** The window that prints is opened on its page and shows no other; the desk never shows a page laid out for paper. */
const isPaperWindow = window.location.pathname.split('/')[2] === 'paper'
router.beforeEach((to) =>
  (to.name === 'paper') === isPaperWindow
    ? true
    : { name: 'nowhere', params: { rest: to.path.slice(1).split('/') } },
)

/** The route of a path in a bundle: `/conditions/fibromyalgia?statement=fm-pain`. */
export const routeOf = (bundle: string, path: string): RouteLocationRaw =>
  `/${bundle}${path === '/' ? '' : path}`

/** The query that chooses one level of the chain and lets the others follow. */
export function queryFor(
  level: 'statement' | 'finding' | 'passage',
  id: string,
  now: Selection | null,
): Record<string, string> {
  if (level === 'statement') return { statement: id }
  const statement = now?.statement
  if (level === 'finding')
    return {
      ...(statement?.findings.some((one) => one === id) ? { statement: statement.id } : {}),
      finding: id,
    }
  const finding = now?.finding
  const keeps = finding?.passages.some((passage) => passage.id === id) ?? false
  return {
    ...(keeps && statement ? { statement: statement.id } : {}),
    ...(keeps && finding ? { finding: finding.id } : {}),
    passage: id,
  }
}
