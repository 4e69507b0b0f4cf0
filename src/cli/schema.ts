import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonSchemas, publishedSchemas, schemaFileName } from '../authoring'

/** The folder of an authoring folder in which editors look for schemas. A name with a dot is nothing to pack. */
export const schemaFolder = '.schema'

/** The schemas of what authors write, by the paths at which they stand in an authoring folder. */
export const authoringSchemas = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...jsonSchemas()]
      .filter(([name]) => publishedSchemas[name]?.side === 'authoring')
      .map(([name, text]) => [`${schemaFolder}/${schemaFileName(name)}`, text]),
  )

/** What writing the schemas gave. */
export type WrittenSchemas =
  | { readonly is: 'written'; readonly files: readonly string[] }
  | { readonly is: 'not written'; readonly why: string }

/** Writes every schema of the format into a folder, over what older versions wrote there. Other files are left alone. */
export async function writeSchemas(folder: string): Promise<WrittenSchemas> {
  try {
    await mkdir(folder, { recursive: true })
    const schemas = [...jsonSchemas()]
    for (const [name, text] of schemas) await writeFile(join(folder, schemaFileName(name)), text)
    return { is: 'written', files: schemas.map(([name]) => schemaFileName(name)) }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return { is: 'not written', why: error.message }
    throw error
  }
}
