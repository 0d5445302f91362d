import { storedName } from '../../postgres/implied-name.ts'
import { type Index, index } from '../../postgres/index.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { nameOf } from '../../schema/object.ts'
import { acts, script, type TableName, tableKey, tableOf } from '../acts.ts'
import { columnsOf, indexSql, usualName } from '../index-text.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);
CREATE INDEX "users_email_idx" ON "users" (lower("email"));`

/** ChooseIndexName in src/backend/commands/indexcmds.c: a number makes it unique, and a name that is too long is cut. */
export const indexNamedByAccident: Rule = {
  id: 'index-named-by-accident',
  area: 'design',
  level: 'warn',
  why: 'An index that nobody names gets the name that happens to be free: with a number where another one has it, and cut where it is too long. What drops it later, and the snapshot, do not know which name that was on which database.',
  fix: 'Give it a name.',
  bad: { before, migration: 'CREATE INDEX CONCURRENTLY ON "users" ("email");' },
  good: { before, migration: 'CREATE INDEX CONCURRENTLY "users_email_plain_idx" ON "users" ("email");' },
  check: (statement) =>
    acts(statement, 'IndexStmt').flatMap((found) => {
      const { node, act } = found
      if (node.idxname !== undefined) return []
      const table = tableOf(node.relation)
      const columns = columnsOf(node)
      const whole = [table.name, ...columns, 'idx'].join('_')
      const usual = usualName(node)
      const got = nameGiven(statement, table, columns)
      const why =
        got && got !== usual
          ? `it gets the name ${ident(got)}, since ${ident(usual)} is taken`
          : usual !== whole
            ? `it gets the name ${ident(usual)}, which is cut at 63 bytes`
            : `it gets the name ${ident(usual)} if that is free`
      const name = ident(got && got !== usual ? `${storedName(usual, 61)}_2` : usual)
      return [
        {
          message: `an index of ${table.sql} has no name: ${why}`,
          fix: script(indexSql(found, { name })),
          offset: act.offset,
        },
      ]
    }),
}

/** The name that it was seen to get: of the new index over these columns that no statement names. */
function nameGiven({ migration }: Statement, table: TableName, columns: readonly string[]): string | undefined {
  const { before, after, statements } = migration
  const said = statements.flatMap((one) => acts(one, 'IndexStmt').map(({ node }) => node.idxname))
  const old = new Set(
    before
      ?.children(tableKey(table))
      .filter(index.is)
      .map(({ id }) => id.name),
  )
  const isLike = ({ attrs }: Index) =>
    attrs.parts.map(({ column }) => (column ? nameOf(column) : 'expr')).join() === columns.join()
  const found = after
    ?.children(tableKey(table))
    .filter(index.is)
    .filter(isLike)
    .map(({ id }) => id.name)
  return found?.find((name) => !old.has(name) && !said.includes(name))
}
