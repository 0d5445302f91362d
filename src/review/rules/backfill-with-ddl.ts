import { acts, commit, heldBefore, script, sizeOf, stands, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "plan" text);'
const add = 'ALTER TABLE "users" ADD COLUMN "tier" text'
const fill = `UPDATE "users" SET "tier" = "plan" WHERE "plan" IS NOT NULL`

export const backfillWithDdl: Rule = {
  id: 'backfill-with-ddl',
  area: 'correctness',
  level: 'warn',
  why: 'The change of the table and the rows that are written after it are one transaction: its ACCESS EXCLUSIVE lock is held until the last row is written, and nobody reads or writes the table meanwhile.',
  fix: 'Let a transaction of its own begin before the rows are written: with a line that says -- sluice:commit, or in the next migration.',
  bad: { before, migration: script(add, fill) },
  good: { before, migration: script(add, commit, fill) },
  check: (statement) =>
    [
      ...acts(statement, 'UpdateStmt'),
      ...acts(statement, 'DeleteStmt'),
      ...acts(statement, 'InsertStmt').filter(
        ({ node }) => node.selectStmt && 'SelectStmt' in node.selectStmt && node.selectStmt.SelectStmt.fromClause,
      ),
    ].flatMap(({ node, act }) => {
      const table = tableOf(node.relation)
      const held = stands(statement, table) && heldBefore(statement, 'access-exclusive')
      if (!held) return []
      return [
        {
          message: `rows of ${table.sql}${sizeOf(statement, table)} are written, and ${held.table}, which statement ${held.by} has locked, is neither read nor written meanwhile`,
          fix: `${commit}\n${script(statement.text)}`,
          offset: act.offset,
        },
      ]
    }),
}
