import { acts, isAbsent, listed, sizeOf, stands, tableKey } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

export const dropTable: Rule = {
  id: 'drop-table',
  area: 'loss',
  level: 'error',
  agreeable: true,
  why: 'The table and all its rows are gone for good, and code that still names it fails.',
  fix: 'Drop it in a release after the one that stops using it, once its rows are kept elsewhere or known to be worthless, and say so where it stands.',
  bad: { before, migration: 'DROP TABLE "users";' },
  good: { before, migration: '-- sluice:allow drop-table no code has read it since release 41\nDROP TABLE "users";' },
  check: (statement) =>
    acts(statement, 'DropStmt').flatMap(({ node, act }) =>
      node.removeType !== 'OBJECT_TABLE'
        ? []
        : (node.objects ?? [])
            .map(listed)
            .filter((table) => stands(statement, table) && !isAbsent(statement, node.missing_ok, tableKey(table)))
            .map((table) => ({
              message: `the table ${table.sql}${sizeOf(statement, table)} and its rows are gone for good`,
              fix: `-- sluice:allow drop-table <why nobody needs ${table.sql} any more>`,
              offset: act.offset,
            })),
    ),
}
