import type { PageLink } from './markdown/inline-reader'

/** What the links of a bundle may lead to. */
export interface LinkTargets {
  readonly conditions: { has(id: string): boolean }
  readonly handouts: { has(id: string): boolean }
  readonly sources: { has(id: string): boolean }
  readonly claims: { has(id: string): boolean }
  readonly terms: { has(id: string): boolean }
  readonly resources: { has(id: string): boolean }
  readonly findings: { has(id: string): boolean }
  readonly passages: { has(id: string): boolean }
  /** The statements of one condition. */
  statementsOf(condition: string): { has(id: string): boolean }
}

/** A link with the file it stands in. */
export interface PlacedLink extends PageLink {
  readonly file: string
}

const page = /^\/(conditions|handouts|sources)\/([^/?#]+)(?:\?([^#]*))?$/
/** The screens that show a whole list, and the key of the query that names one thing in it. */
const lists = [
  { pattern: /^\/claims(?:\?claim=([^&#]+))?$/, things: 'claims' },
  { pattern: /^\/glossary(?:\?term=([^&#]+))?$/, things: 'terms' },
  { pattern: /^\/resources(?:\?resource=([^&#]+))?$/, things: 'resources' },
] as const

/** True when a link leads to a place in the bundle. Addresses of the web never do. */
export function leadsSomewhere(to: string, targets: LinkTargets): boolean {
  for (const { pattern, things } of lists) {
    const listed = pattern.exec(to)
    if (listed !== null) return listed[1] === undefined || targets[things].has(listed[1])
  }
  const [, folder, id, query] = page.exec(to) ?? []
  if (folder === undefined || id === undefined) return false
  if (!targets[folder as 'conditions' | 'handouts' | 'sources'].has(id)) return false
  return (query === undefined ? [] : query.split('&')).every((pair) => {
    const [key, value = ''] = pair.split('=')
    if (key === 'passage') return folder !== 'handouts' && targets.passages.has(value)
    if (folder !== 'conditions') return false
    if (key === 'statement') return targets.statementsOf(id).has(value)
    return key === 'finding' && targets.findings.has(value)
  })
}
