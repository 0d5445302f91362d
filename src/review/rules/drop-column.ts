import { columnKey } from '../../postgres/column.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { alters, isAbsent, sizeOf, stands, type TableName } from '../acts.ts'
import { lostBy } from '../lost.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "phone" text);'

export const dropColumn: Rule = {
  id: 'drop-column',
  area: 'loss',
  level: 'error',
  agreeable: true,
  why: 'The values of the column are gone for good, and code that still names it fails: an ORM that lists all columns does so with every query.',
  fix: 'Take the column out of the code in one release and drop it in the next one, and say so where it stands.',
  bad: { before, migration: 'ALTER TABLE "users" DROP COLUMN "phone";' },
  good: {
    before,
    migration:
      '-- sluice:allow drop-column no code has read it since release 41\nALTER TABLE "users" DROP COLUMN "phone";',
  },
  check: (statement) => {
    const dropped = alters(statement, 'AT_DropColumn').map(({ table, command: { name = '', missing_ok }, act }) => {
      return { table, name, missing_ok, act }
    })
    const along = lostBy(statement, 'column').filter(
      ({ table, column }) => !dropped.some((one) => one.table.id === table.id && one.name === column),
    )
    const told = (table: TableName, name: string, offset: number) => ({
      message: `the column ${table.sql}.${ident(name)}${sizeOf(statement, table)} and its values are gone for good`,
      fix: '-- sluice:allow drop-column <why nobody needs it any more>',
      offset,
    })
    return [
      ...dropped
        .filter(({ table, name, missing_ok }) => {
          const isThere = !isAbsent(statement, missing_ok, columnKey(table.schema, table.name, name))
          return isThere && stands(statement, table)
        })
        .map(({ table, name, act }) => told(table, name, act.offset)),
      ...along.map(({ table, column }) => told(table, column!, 0)),
    ]
  },
}
