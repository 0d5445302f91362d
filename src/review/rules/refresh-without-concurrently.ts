import { acts, script, stands, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "orders" ("id" bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW "totals" AS SELECT 1 AS "id", count(*) FROM "orders";
CREATE UNIQUE INDEX "totals_id" ON "totals" ("id");`

/** REFRESH takes ACCESS EXCLUSIVE, with CONCURRENTLY only EXCLUSIVE (manual, REFRESH MATERIALIZED VIEW). */
export const refreshWithoutConcurrently: Rule = {
  id: 'refresh-without-concurrently',
  area: 'locks',
  level: 'warn',
  why: 'A plain REFRESH takes an ACCESS EXCLUSIVE lock on the view: nobody reads it until it is computed anew.',
  fix: 'REFRESH MATERIALIZED VIEW CONCURRENTLY lets reads go on. It needs a unique index over all rows of the view.',
  bad: { before, migration: 'REFRESH MATERIALIZED VIEW "totals";' },
  good: { before, migration: 'REFRESH MATERIALIZED VIEW CONCURRENTLY "totals";' },
  check: (statement) =>
    acts(statement, 'RefreshMatViewStmt').flatMap(({ node, act }) => {
      const view = tableOf(node.relation)
      if (node.concurrent || node.skipData || !stands(statement, view)) return []
      return [
        {
          message: `nobody reads ${view.sql} until it is computed anew`,
          fix: script(`REFRESH MATERIALIZED VIEW CONCURRENTLY ${view.sql}`),
          offset: act.offset,
        },
      ]
    }),
}
