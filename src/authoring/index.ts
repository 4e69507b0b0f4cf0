export * from './authored/bundle-yaml'
export * from './compile-bundle'
export * from './folder'
export type { PayloadEntry } from './payload'
