import type { TextDirective } from 'mdast-util-directive'
import { statementIdSchema, type FlawCode, type StatementId } from '../../bundle'

/** Reads the id and the findings of `:statement[…]{#id finding="a b"}`; null when it has no usable id. */
export function readStatement(
  node: TextDirective,
  tell: (code: FlawCode, detail: string) => void,
): { readonly id: StatementId; readonly findings: string[] } | null {
  const { id = '', finding = '', ...others } = node.attributes ?? {}
  if (node.children.length === 0)
    tell(
      'BAD_FIELD',
      `a statement without words${id ? ` (${id})` : ''}: put them in [ ] right after :statement`,
    )
  for (const name of Object.keys(others))
    tell(
      'BAD_FIELD',
      name === 'class'
        ? `.${others[name] ?? ''} in a statement: an id with a dot is written id="…"`
        : `${name}: a statement has only an id and finding; several findings stand in quotes`,
    )
  const usable = statementIdSchema.safeParse(id)
  if (!usable.success) {
    tell('BAD_FIELD', id ? `"${id}" is not a usable id` : 'a statement without an id: write {#id finding=…}')
    return null
  }
  return {
    id: usable.data,
    findings: [...new Set((finding ?? '').split(/\s+/).filter((name) => name !== ''))],
  }
}
