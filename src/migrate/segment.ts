import type { Statement } from '../dialect/connection.ts'
import { type AddedLabel, addedLabels, needsLabel } from '../postgres/sql/enum-label.ts'

/** Statements that are committed together: in a transaction, or one that refuses a transaction. */
export interface Segment {
  readonly statements: readonly Statement[]
  readonly alone: boolean
}

/**
 * Cuts a file that does not say BEGIN and COMMIT itself into transactions; most are exactly one. A cut falls around a
 * statement that refuses a transaction, before one that needs an enum label added earlier in the same segment, and at a
 * comment line `-- sluice:commit`.
 */
export function segments(statements: readonly Statement[]): readonly Segment[] {
  const cut: Segment[] = []
  let open: Statement[] = []
  let added: AddedLabel[] = []
  const commit = () => {
    if (open.length > 0) cut.push({ statements: open, alone: false })
    open = []
    added = []
  }
  for (const statement of statements) {
    const { text, mode, commitBefore } = statement
    if (commitBefore || mode === 'alone' || added.some((label) => needsLabel(text, label))) commit()
    if (mode === 'alone') cut.push({ statements: [statement], alone: true })
    else {
      open.push(statement)
      added.push(...addedLabels(text))
    }
  }
  commit()
  return cut
}
