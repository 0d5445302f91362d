import { dotted } from '../../postgres/sql/quote.ts'
import { acts, addedColumns, alters, sizeOf } from '../acts.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = `CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "net" numeric);
CREATE FUNCTION "widen"() RETURNS void LANGUAGE plpgsql AS 'begin execute ''alter table orders alter column net type text''; end';`

/** What the text does not say: a function that changes tables, SET ACCESS METHOD, SET EXPRESSION, SET TABLESPACE. */
export const tableRewrite: Rule = {
  id: 'table-rewrite',
  area: 'locks',
  level: 'error',
  why: 'The statement was seen to write a whole table and its indexes anew, under a lock that keeps reads and writes out. Its text does not say so, or is not known for it.',
  fix: 'Make a new column or table beside the old one, fill it in batches, and let it take the place of the old one.',
  bad: { before, migration: 'SELECT "widen"();' },
  good: { before, migration: 'ALTER TABLE "orders" ADD COLUMN "tax" numeric;' },
  check(statement) {
    if (isTold(statement)) return []
    return (statement.seen?.rewrote ?? []).flatMap((id) => {
      const [schema = '', name = ''] = id.split(/\.(.*)/s)
      const table = { schema, name, id, sql: dotted(schema, name) }
      if (statement.made.has(id)) return []
      return [
        {
          message: `${table.sql}${sizeOf(statement, table)} is written anew, and nobody reads or writes it meanwhile`,
          fix: '-- sluice:allow table-rewrite <why nobody needs the table meanwhile>',
        },
      ]
    })
  },
}

/** Another rule speaks of it, or it is what the statement is for. */
const isTold = (statement: Statement): boolean =>
  addedColumns(statement).length > 0 ||
  alters(statement, 'AT_AlterColumnType', 'AT_SetLogged', 'AT_SetUnLogged').length > 0 ||
  (['VacuumStmt', 'ClusterStmt', 'TruncateStmt', 'RefreshMatViewStmt', 'ReindexStmt'] as const).some(
    (name) => acts(statement, name).length > 0,
  )
