import { columnKey } from '../../postgres/column.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { alters, isAbsent, sizeOf, stands, type TableName } from '../acts.ts'
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
  check: (statement) =>
    alters(statement, 'AT_DropColumn').flatMap(({ table, command, act }) =>
      stands(statement, table) && !isAbsent(statement, command.missing_ok, keyIn(table, command.name))
        ? [
            {
              message: `the column ${table.sql}.${ident(command.name ?? '')}${sizeOf(statement, table)} and its values are gone for good`,
              fix: '-- sluice:allow drop-column <why nobody needs it any more>',
              offset: act.offset,
            },
          ]
        : [],
    ),
}

const keyIn = ({ schema, name }: TableName, column = '') => columnKey(schema, name, column)
