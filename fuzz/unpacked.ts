import { createHash } from 'node:crypto'
import { declarationText, manifestText, payloadFolder, tagFiles, type PayloadFile } from '../src/library'
import type { FolderItem, Mutant } from './mutant'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A sealed bundle that was unzipped into a folder. */
export function structuredFolder(payload: readonly PayloadFile[]): Mutant {
  const encoder = new TextEncoder()
  const declaration = encoder.encode(declarationText)
  const hashes = new Map(payload.map(({ path, bytes }) => [payloadFolder + path, hashOf(bytes)]))
  const manifest = encoder.encode(manifestText(hashes))
  const tags = new Map([
    [tagFiles.declaration as string, hashOf(declaration)],
    [tagFiles.manifest, hashOf(manifest)],
  ])
  const files = new Map<string, FolderItem>(payload.map(({ path, bytes }) => [payloadFolder + path, bytes]))
  files.set(tagFiles.declaration, declaration)
  files.set(tagFiles.manifest, manifest)
  files.set(tagFiles.tagManifest, encoder.encode(manifestText(tags)))
  return { is: 'folder', files }
}
