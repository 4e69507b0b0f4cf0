import type { LecternApi } from '../shared/contract'

/** What the app offers the window. The one place that touches `window.lectern`; tests hand in their own. */
export const app: LecternApi = window.lectern
