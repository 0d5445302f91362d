import { acts, all, sizeOf, stands, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "sessions" ("id" bigint PRIMARY KEY);'

export const truncate: Rule = {
  id: 'truncate',
  area: 'loss',
  level: 'error',
  agreeable: true,
  why: 'All rows of the table are gone for good, without a trigger and under an ACCESS EXCLUSIVE lock; with CASCADE also those of every table that refers to it, whatever their ON DELETE says.',
  fix: 'Say which rows are meant, with DELETE and WHERE; or say where it stands why nobody needs any of them.',
  bad: { before, migration: 'TRUNCATE "sessions";' },
  good: { before, migration: '-- sluice:allow truncate everybody signs in again\nTRUNCATE "sessions";' },
  check: (statement) =>
    acts(statement, 'TruncateStmt').flatMap(({ node, act }) =>
      all(node.relations, 'RangeVar')
        .map(tableOf)
        .filter((table) => stands(statement, table))
        .map((table) => ({
          message: `all rows of ${table.sql}${sizeOf(statement, table)}${node.behavior === 'DROP_CASCADE' ? ', and of the tables that refer to it,' : ''} are gone for good`,
          fix: '-- sluice:allow truncate <why nobody needs the rows>',
          offset: act.offset,
        })),
    ),
}
