import type { Statement } from '../dialect/connection.ts'
import { type AddedLabel, addedLabels, needsLabel } from '../postgres/enum-label.ts'

/** A run of statements that are committed together. */
export interface Segment {
  readonly statements: readonly Statement[]
  /** All of them in one transaction; else one by one, each committing itself. */
  readonly transaction: boolean
  /** The file controls its transactions by itself (BEGIN, COMMIT): it is sent as it stands. It is the only segment. */
  readonly asWritten: boolean
}

/**
 * Cuts a migration into transactions; most are exactly one. A cut falls around a statement that refuses a transaction,
 * before one that needs an enum label added earlier in the same segment, and at a comment line `-- sluice:commit`.
 */
export function segments(statements: readonly Statement[]): readonly Segment[] {
  if (statements.some(({ mode }) => mode === 'begin' || mode === 'commit' || mode === 'rollback'))
    return [{ statements, transaction: false, asWritten: true }]
  const cut: Segment[] = []
  let open: Statement[] = []
  let added: AddedLabel[] = []
  const commit = () => {
    if (open.length > 0) cut.push({ statements: open, transaction: true, asWritten: false })
    open = []
    added = []
  }
  for (const statement of statements) {
    const { text, mode, commitBefore } = statement
    if (commitBefore || mode === 'alone' || added.some((label) => needsLabel(text, label))) commit()
    if (mode === 'alone') cut.push({ statements: [statement], transaction: false, asWritten: false })
    else {
      open.push(statement)
      added.push(...addedLabels(text))
    }
  }
  commit()
  return cut
}
