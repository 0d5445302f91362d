import { ident } from '../../postgres/sql/quote.ts'
import { acts, all, script, sizeOf, stands, tableOf } from '../acts.ts'
import { isMetByNone } from '../new-column.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const create = 'CREATE UNIQUE INDEX CONCURRENTLY "users_email_key" ON "users" ("email")'

/** Rows that are there may be equal; what the migration deleted or updated before, somebody has thought of. */
export const uniqueOverRows: Rule = {
  id: 'unique-over-rows',
  area: 'loss',
  level: 'warn',
  agreeable: true,
  why: 'It fails if two rows of the table agree already, and CONCURRENTLY then leaves an invalid index behind, which slows writes and helps nobody.',
  fix: 'Look for rows that agree before it runs, and settle in the same migration which of them stays.',
  bad: { before, migration: `${create};` },
  good: {
    before,
    migration: script(
      'DELETE FROM "users" USING "users" "other" WHERE "users"."email" = "other"."email" AND "users"."id" > "other"."id"',
      create,
    ),
  },
  check: (statement) =>
    acts(statement, 'IndexStmt').flatMap(({ node, act }) => {
      const table = tableOf(node.relation)
      const settled = statement.migration.statements
        .slice(0, statement.number - 1)
        .some((one) =>
          [...acts(one, 'DeleteStmt'), ...acts(one, 'UpdateStmt')].some(
            ({ node }) => tableOf(node.relation).id === table.id,
          ),
        )
      if (!node.unique || settled || !stands(statement, table)) return []
      if (isMetByNone(node.whereClause, table, statement)) return []
      const columns = all(node.indexParams, 'IndexElem').map(({ name }) =>
        name === undefined ? '<expression>' : ident(name),
      )
      return [
        {
          message: `two rows of ${table.sql}${sizeOf(statement, table)} that agree in ${columns.join(', ')} stop it`,
          fix: `-- which rows agree:\n${script(`SELECT ${columns.join(', ')}, count(*) FROM ${table.sql} GROUP BY ${columns.join(', ')} HAVING count(*) > 1`)}`,
          offset: act.offset,
        },
      ]
    }),
}
