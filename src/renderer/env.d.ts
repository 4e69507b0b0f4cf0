import type { LecternApi } from '../shared/contract'

declare global {
  interface Window {
    readonly lectern: LecternApi
  }
}
