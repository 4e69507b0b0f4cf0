import type { Certainty, FindingId, SourceId, StatementId } from '../../bundle'

/** What a page may hold, and what the ids in it stand for. */
export interface PageRules {
  /** A source by its id, or null when the bundle has none. */
  source(id: string): { readonly id: SourceId; readonly label: string } | null
  /**
   * What a statement rests on. Null when the chain is broken, which the rule has then told. A page whose rules have no
   * such member may not hold statements.
   */
  statement?(
    id: StatementId,
    findings: readonly string[],
    line: number,
  ): { readonly certainty: Certainty; readonly findings: FindingId[] } | null
  /** True where a heading of the first level may stand: in a document that is shown as it is. */
  readonly firstLevel?: boolean
}
