import type { Condition } from './condition'
import type { EvidenceSummary, Finding, PassageRef } from './evidence'
import type { StatementNode } from './mdast'
import { statementsIn } from './text'

/** What a reader may choose on a desk: ids as they stand in the route, not yet known to exist. */
export interface Choice {
  readonly statement?: string | undefined
  readonly finding?: string | undefined
  readonly passage?: string | undefined
}

/** One link of the chain at each level, in step; null where nothing is chosen or the chain ends. */
export interface Selection {
  readonly statement: StatementNode | null
  readonly finding: Finding | null
  readonly passage: PassageRef | null
  /** Ids of the choice that this page and its evidence do not have. */
  readonly unknown: readonly string[]
}

/** A condition page with its evidence: the two upper levels of the chain, and the names of the third. */
export class Chain {
  readonly statements: readonly StatementNode[]
  readonly findings: readonly Finding[]

  constructor(condition: Condition, summaries: readonly EvidenceSummary[]) {
    this.statements = condition.sections.flatMap((section) => statementsIn(section.body))
    this.findings = summaries.flatMap((summary) => summary.findings)
  }

  /**
   * Completes a choice to a whole chain. Whatever is chosen stays; what is not follows from it: a statement brings
   * its first finding, a finding its first passage; upwards, a passage brings the first finding that rests on it, and
   * a finding the first statement that rests on it, unless the chosen one does so too.
   */
  select(choice: Choice): Selection {
    const passage = this.passageOf(choice)
    const finding = this.findingOf(choice, passage)
    const statement = this.statementOf(choice, finding)
    return {
      statement,
      finding,
      passage: passage ?? finding?.passages[0] ?? null,
      unknown: [
        ...(choice.statement !== undefined && statement?.id !== choice.statement ? [choice.statement] : []),
        ...(choice.finding !== undefined && finding?.id !== choice.finding ? [choice.finding] : []),
        ...(choice.passage !== undefined && passage === null ? [choice.passage] : []),
      ],
    }
  }

  private passageOf({ passage }: Choice): PassageRef | null {
    if (passage === undefined) return null
    return this.findings.flatMap((finding) => finding.passages).find(({ id }) => id === passage) ?? null
  }

  private findingOf(choice: Choice, passage: PassageRef | null): Finding | null {
    const rests = ({ passages }: Finding): boolean =>
      passage === null || passages.some(({ id }) => id === passage.id)
    const named = this.findings.find(({ id }) => id === choice.finding)
    if (named !== undefined) return named
    const underStatement = this.statements
      .find(({ id }) => id === choice.statement)
      ?.findings.flatMap((id) => this.findings.filter((finding) => finding.id === id))
    if (underStatement !== undefined) return underStatement.find(rests) ?? underStatement[0] ?? null
    return passage === null ? null : (this.findings.find(rests) ?? null)
  }

  private statementOf(choice: Choice, finding: Finding | null): StatementNode | null {
    const named = this.statements.find(({ id }) => id === choice.statement)
    if (named !== undefined) return named
    return finding === null
      ? null
      : (this.statements.find(({ findings }) => findings.includes(finding.id)) ?? null)
  }
}
