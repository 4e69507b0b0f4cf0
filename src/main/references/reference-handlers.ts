import type { BrowserWindow } from 'electron'
import { basename } from 'node:path'
import {
  conditionSchema,
  payload,
  readJson,
  referencesSchema,
  sourceSchema,
  type BundleId,
  type CslRecord,
} from '../../bundle'
import type { OpenBundle } from '../../library'
import type { ReferencesOf, ReferenceFormat } from '../../shared/contract'
import { messages } from '../../shared/messages/en'
import type { Handlers } from '../answer'
import { askWhereToSave, saveFile } from '../save-file'
import { exportReferences } from './export-references'

/** What the handlers work on. */
export interface ReferenceDesk {
  /** @throws FailureError when that bundle is not open */
  readonly openAs: (bundle: BundleId) => OpenBundle
  /** @throws FailureError when another bundle was opened meanwhile */
  readonly mustBeOpen: (open: OpenBundle) => void
  /** The window to ask in. */
  readonly ask: () => BrowserWindow
}

const files: Readonly<Record<ReferenceFormat, { readonly kind: string; readonly extension: string }>> = {
  ris: { kind: 'RIS', extension: 'ris' },
  bibtex: { kind: 'BibTeX', extension: 'bib' },
  'csl-json': { kind: 'CSL-JSON', extension: 'json' },
}

/** Answers the call that saves records for a reference manager. */
export const createReferenceHandlers = ({ openAs, mustBeOpen, ask }: ReferenceDesk) =>
  ({
    saveReferences: async ({ bundle, of, format }) => {
      const open = openAs(bundle)
      const { title, records } = await chosen(open, of)
      const file = await askWhereToSave(ask(), {
        title: messages.dialogs.saveReferences,
        name: messages.dialogs.allReferences.replace('{title}', () => title),
        ...files[format],
      })
      if (file === null) return { saved: null }
      mustBeOpen(open)
      await saveFile(file, await exportReferences(records, format))
      return { saved: basename(file) }
    },
  }) satisfies Pick<Handlers, 'saveReferences'>

interface Chosen {
  readonly title: string
  readonly records: readonly CslRecord[]
}

async function chosen({ entries, info }: OpenBundle, of: ReferencesOf): Promise<Chosen> {
  if (of.kind === 'source') {
    const path = payload.source(of.id)
    const { label, record } = readJson(await entries.read(path), sourceSchema, path)
    return { title: label, records: record === null ? [] : [record] }
  }
  const records = readJson(await entries.read(payload.references), referencesSchema, payload.references)
  if (of.kind === 'bundle') return { title: info.title, records }
  const path = payload.condition(of.id)
  const { title, sources } = readJson(await entries.read(path), conditionSchema, path)
  const wanted = new Set<string>(sources.map(({ id }) => id))
  return { title, records: records.filter(({ id }) => wanted.has(id)) }
}
