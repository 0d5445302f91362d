import { impliedName } from '../postgres/implied-name.ts'
import { ident } from '../postgres/sql/quote.ts'
import { commit, type TableName } from './acts.ts'
import type { Statement } from './statement.ts'

/**
 * Statements that make a column required and read its rows while others write: by a validated CHECK, which SET NOT NULL
 * believes from Postgres 12 on, or by a constraint that is NOT VALID at first, from 18 on.
 */
export function setNotNull({ migration }: Statement, table: TableName, column: string): readonly string[] {
  const [alter, modern] = [`ALTER TABLE ${table.sql}`, migration.postgres >= 18]
  const name = ident(impliedName(table.name, column, modern ? 'not_null' : 'set'))
  const says = modern ? `NOT NULL ${ident(column)}` : `CHECK (${ident(column)} IS NOT NULL)`
  return [
    `${alter} ADD CONSTRAINT ${name} ${says} NOT VALID`,
    commit,
    `${alter} VALIDATE CONSTRAINT ${name}`,
    ...(modern
      ? []
      : [commit, `${alter} ALTER COLUMN ${ident(column)} SET NOT NULL`, `${alter} DROP CONSTRAINT ${name}`]),
  ]
}
