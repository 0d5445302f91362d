import { acts, isAbsent, listed, sizeOf, stands, strings, type TableName, tableKey } from '../acts.ts'
import { lostBy } from '../lost.ts'
import { oneLine } from '../report/report.ts'
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
  check: (statement) => {
    const dropped = acts(statement, 'DropStmt').flatMap(({ node: { removeType, objects = [], missing_ok }, act }) =>
      removeType !== 'OBJECT_TABLE' ? [] : objects.map((object) => ({ table: listed(object), missing_ok, act })),
    )
    // A schema is told of with all that is in it.
    const schemas = acts(statement, 'DropStmt').flatMap(({ node }) =>
      node.removeType === 'OBJECT_SCHEMA' ? strings(node.objects) : [],
    )
    const along = lostBy(statement, 'table').filter(
      ({ table }) => !schemas.includes(table.schema) && !dropped.some((one) => one.table.id === table.id),
    )
    const told = (table: TableName, offset: number) => ({
      message: `the table ${table.sql}${sizeOf(statement, table)} and its rows are gone for good`,
      fix: `-- sluice:allow drop-table <why nobody needs ${oneLine(table.sql)} any more>`,
      offset,
    })
    return [
      ...dropped
        .filter(
          ({ table, missing_ok }) => stands(statement, table) && !isAbsent(statement, missing_ok, tableKey(table)),
        )
        .map(({ table, act }) => told(table, act.offset)),
      ...along.map(({ table }) => told(table, 0)),
    ]
  },
}
