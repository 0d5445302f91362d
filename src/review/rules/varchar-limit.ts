import { ident } from '../../postgres/sql/quote.ts'
import { newTypes, typeText, withType } from '../columns.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

/** Of new columns: where one gets a wider limit, somebody has it already. */
export const varcharLimit: Rule = {
  id: 'varchar-limit',
  area: 'design',
  level: 'info',
  why: 'varchar(n) is stored as text is, and no faster. A value that is longer by one character fails, and a lower limit later reads or writes the whole table under an ACCESS EXCLUSIVE lock.',
  fix: 'Use text. A limit that means something is better a CHECK, which is added and changed while others write.',
  bad: { before, migration: 'ALTER TABLE "users" ADD COLUMN "name" varchar(50);' },
  good: { before, migration: 'ALTER TABLE "users" ADD COLUMN "name" text;' },
  check: (statement) =>
    newTypes(statement)
      .filter(({ type, limited }) => type === 'varchar' && limited)
      .map((column) => ({
        message: `the column ${column.table.sql}.${ident(column.name)} is ${typeText(column)}, which refuses what is longer`,
        fix: withType(column, 'text'),
        offset: column.offset,
      })),
}
