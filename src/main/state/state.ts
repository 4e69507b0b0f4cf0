import { z } from 'zod'
import { bundleIdSchema, type BundleId } from '../../bundle'
import { defaultSettings } from '../../shared/settings'
import { copiesShape } from '../copies/copy-list'
import { locationSchema } from '../requests'
import { searchesShape } from './searches'
import { settingsSchema } from './settings-schema'
import { trustShape } from './trust'

/** What Lectern keeps between starts. All of it is small, and none of it is content. */
export const stateSchema = z.strictObject({
  version: z.literal(1),
  settings: settingsSchema,
  /** The bundle opened last, to open again; null for the one that ships with the app. */
  bundle: bundleIdSchema.nullable(),
  /** Where the files of bundles lie that the reader has opened. */
  files: z.record(bundleIdSchema, z.string()),
  /** Where the reader was in each bundle. */
  locations: z.record(bundleIdSchema, locationSchema),
  window: z
    .strictObject({
      width: z.int().min(320).max(20_000),
      height: z.int().min(240).max(20_000),
      maximized: z.boolean(),
    })
    .nullable(),
  ...trustShape,
  ...copiesShape,
  ...searchesShape,
})

/** See {@link stateSchema}. */
export type State = z.infer<typeof stateSchema>

/** The state of a first start. */
export const firstState: State = {
  version: 1,
  settings: defaultSettings,
  bundle: null,
  files: {},
  locations: {},
  window: null,
  trusted: [],
  signers: {},
  copies: [],
  searches: {},
}

/** Where the file of a bundle lies that the reader opened before, or null. */
export const fileOf = ({ files }: State, bundle: BundleId | null): string | null => ownValue(files, bundle)

/** Where the reader was in a bundle, or null. */
export const locationOf = ({ locations }: State, bundle: BundleId): string | null =>
  ownValue(locations, bundle)

/** Ids come from links and bundles, and `constructor` is one that every plain object would answer to. */
const ownValue = (all: Readonly<Record<string, string>>, id: string | null): string | null =>
  id !== null && Object.hasOwn(all, id) ? (all[id] ?? null) : null

/** The state after the reader moved to `location`. */
export function withLocation(state: State, bundle: BundleId, location: string): State {
  return { ...state, locations: withLatest(state.locations, bundle, location) }
}

/** The state after `file` was opened as `bundle`; null for the bundle that ships with the app. */
export function withBundle(state: State, bundle: BundleId, file: string | null): State {
  return file === null
    ? { ...state, bundle: null }
    : { ...state, bundle, files: withLatest(state.files, bundle, file) }
}

/** The state without the file of a bundle: it is no longer offered, and the next start opens another. */
export function withoutBundle(state: State, bundle: BundleId): State {
  const files = Object.entries(state.files).filter(([id]) => id !== bundle)
  return {
    ...state,
    bundle: state.bundle === bundle ? null : state.bundle,
    files: Object.fromEntries(files),
  }
}

/** The 50 changed last are kept, the newest at the end. */
function withLatest(
  all: Readonly<Record<string, string>>,
  id: string,
  value: string,
): Record<string, string> {
  const others = Object.entries(all).filter(([key]) => key !== id)
  return Object.fromEntries([...others.slice(-49), [id, value]])
}
