import type { Claim, ClaimsFile, ConditionId, FlawCode } from '../bundle'
import { claimsYamlSchema, claimYamlSchema, type ClaimYaml } from './authored/claims-yaml'
import type { StatedHere } from './condition-pages'
import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { checkPromotion } from './gates/wording/check-wording'
import { wordingTable } from './gates/wording/wording-tables'
import { IdRegister } from './id-register'
import { authored } from './layout'
import type { SourceShelf } from './source-shelf'
import { valueAt } from './zod-words'
import type { YamlPath, YamlText } from './yaml-text'

/** What the claims of a folder may name. */
export interface ClaimContext {
  readonly shelf: SourceShelf
  readonly conditions: { has(id: ConditionId): boolean }
  /** The statements by their id; null for one that is marked on a page but has a flaw. */
  readonly statements: ReadonlyMap<string, StatedHere | null>
  /** The language of the claims. */
  readonly language: string
}

/** Reads `claims.yaml`; a folder without one has no claims. */
export async function readClaims(
  texts: FolderTexts,
  context: ClaimContext,
  flaws: FlawList,
): Promise<ClaimsFile> {
  const none: ClaimsFile = { article: null, claims: [] }
  if (!texts.has(authored.claims)) return none
  const yaml = await texts.yaml(authored.claims)
  if (yaml === null) return none
  const tell = flaws.about(authored.claims)
  const ids = new IdRegister(flaws)
  const file = yaml.read(claimsYamlSchema)
  const list = valueAt(yaml.value, ['claims'])
  const claims = (Array.isArray(list) ? list : []).flatMap((_, index): Claim[] => {
    const path = ['claims', index]
    const claim = yaml.read(claimYamlSchema, path)
    if (claim === null) return []
    ids.claim(claim.id, () => `${authored.claims}:${yaml.lineOf([...path, 'id'])}`)
    return [
      resolve(claim, context, (code, steps, detail) => tell(code, yaml.lineOf([...path, ...steps]), detail)),
    ]
  })
  return { article: articleOf(file?.article, yaml, context.shelf, flaws), claims }
}

function articleOf(
  id: string | undefined,
  yaml: YamlText,
  shelf: SourceShelf,
  flaws: FlawList,
): ClaimsFile['article'] {
  if (id === undefined) return null
  const source = shelf.source(id)
  if (source === null) {
    flaws.about(authored.claims)('UNKNOWN_SOURCE', yaml.lineOf(['article']), id)
    return null
  }
  return { source: source.id, label: source.label, title: source.title }
}

function resolve(
  claim: ClaimYaml,
  { shelf, conditions, statements, language }: ClaimContext,
  tell: (code: FlawCode, path: YamlPath, detail: string) => void,
): Claim {
  // What others say is told in their words; why it holds or not is told in ours.
  const table = wordingTable(language)
  for (const [index, sentence] of claim.why.entries())
    for (const { code, detail } of table === null ? [] : checkPromotion(sentence, table))
      tell(code, ['why', index], detail)
  for (const [index, id] of claim.conditions.entries())
    if (!conditions.has(id)) tell('UNKNOWN_CONDITION', ['conditions', index], id)
  return {
    ...claim,
    statements: claim.statements.flatMap((id, index) => {
      const statement = statements.get(id)
      if (statement === undefined) tell('UNKNOWN_STATEMENT', ['statements', index], id)
      const finding = statement?.findings[0]
      if (!statement || finding === undefined) return []
      const { id: stated, condition, text, certainty } = statement
      return [{ id: stated, condition, finding, text, certainty }]
    }),
    passages: claim.passages.flatMap((id, index) => {
      const passage = shelf.passage(id)
      if (passage === null) tell('UNKNOWN_PASSAGE', ['passages', index], id)
      const label = passage && shelf.source(passage.source)?.label
      return passage && label ? [{ ...passage, label }] : []
    }),
    sources: claim.sources.flatMap((id, index) => {
      const source = shelf.source(id)
      if (source === null) tell('UNKNOWN_SOURCE', ['sources', index], id)
      return source === null ? [] : [{ id: source.id, label: source.label }]
    }),
  }
}
