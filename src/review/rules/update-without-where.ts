import { acts, script, sizeOf, stands, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "plan" text);'

export const updateWithoutWhere: Rule = {
  id: 'update-without-where',
  area: 'loss',
  level: 'warn',
  why: 'Every row of the table is written or removed, whatever it holds. All of them stay locked until the transaction ends, and the old versions take as much room again.',
  fix: 'Say which rows are meant, and work through a large table in batches.',
  bad: { before, migration: `UPDATE "users" SET "plan" = 'free';` },
  good: { before, migration: `UPDATE "users" SET "plan" = 'free' WHERE "plan" IS NULL;` },
  check: (statement) =>
    [
      ...acts(statement, 'UpdateStmt').map((found) => ({ ...found, done: 'written', word: 'UPDATE' })),
      ...acts(statement, 'DeleteStmt').map((found) => ({ ...found, done: 'removed', word: 'DELETE' })),
    ].flatMap(({ node, act, done, word }) => {
      const table = tableOf(node.relation)
      if (node.whereClause || !stands(statement, table)) return []
      return [
        {
          message: `${word} without WHERE: every row of ${table.sql}${sizeOf(statement, table)} is ${done}`,
          fix: script(`${act.text} WHERE <which rows>`),
          offset: act.offset,
        },
      ]
    }),
}
