import { ident } from '../../postgres/sql/quote.ts'
import { script } from '../acts.ts'
import { givenTypes, withType } from '../columns.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "events" ("id" bigint PRIMARY KEY);'

export const jsonInsteadOfJsonb: Rule = {
  id: 'json-instead-of-jsonb',
  area: 'design',
  level: 'info',
  why: 'json keeps the text as it was written and parses it with every access. It has no equality, so SELECT DISTINCT, GROUP BY and UNION fail on it, and no index can be built over it.',
  fix: 'Use jsonb, unless the exact text with its white space and doubled keys must be kept.',
  bad: { before, migration: 'ALTER TABLE "events" ADD COLUMN "data" json;' },
  good: { before, migration: 'ALTER TABLE "events" ADD COLUMN "data" jsonb;' },
  check: (statement) =>
    givenTypes(statement).flatMap((given) => {
      const { table, name, type, offset, column } = given
      return type === 'json'
        ? [
            {
              message: `the column ${table.sql}.${ident(name)} is json, which no index and no comparison takes`,
              fix: column
                ? withType(given, 'jsonb')
                : script(`ALTER TABLE ${table.sql} ALTER COLUMN ${ident(name)} TYPE jsonb USING ${ident(name)}::jsonb`),
              offset,
            },
          ]
        : []
    }),
}
