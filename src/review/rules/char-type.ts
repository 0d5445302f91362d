import { ident } from '../../postgres/sql/quote.ts'
import { givenTypes, typeText, withType } from '../columns.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "countries" ("id" bigint PRIMARY KEY);'

/** char is `bpchar` to the server; `"char"`, one byte, is another type (manual 8.3). */
export const charType: Rule = {
  id: 'char-type',
  area: 'design',
  level: 'warn',
  why: 'char(n) fills every value up with blanks to its length, takes the room for them, and leaves them out when it compares: LIKE and the program see them, = does not.',
  fix: 'Use text, with a CHECK where the length matters.',
  bad: { before, migration: 'ALTER TABLE "countries" ADD COLUMN "code" char(2);' },
  good: { before, migration: 'ALTER TABLE "countries" ADD COLUMN "code" text;' },
  check: (statement) =>
    givenTypes(statement)
      .filter(({ type }) => type === 'bpchar')
      .map((column) => ({
        message: `the column ${column.table.sql}.${ident(column.name)} is ${typeText(column)}, which fills values up with blanks`,
        fix: withType(column, 'text'),
        offset: column.offset,
      })),
}
