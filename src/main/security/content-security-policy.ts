import { documentsPath } from '../protocols/document-protocol'
import { appOrigin } from './trusted-sender'

/**
 * What our own pages may do: run and style themselves from our own files, read bundles, and nothing else. Script
 * sinks take only what the two named Trusted Types policies have made: Vue's own, and ours for the workers. The one
 * thing a frame may show is an HTML document of the open bundle.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self' lectern-bundle:",
  "worker-src 'self'",
  `frame-src ${appOrigin}${documentsPath}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue lectern',
].join('; ')

/** The same with what Vite's hot reload needs: its inline styles and its own socket on this machine. */
export const developmentPolicy = (server: string): string =>
  contentSecurityPolicy
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", `connect-src 'self' ${server.replace(/^http/, 'ws')}`)
    .replace("; require-trusted-types-for 'script'; trusted-types vue lectern", '')
