import { ident } from '../../postgres/sql/quote.ts'
import { alters, stands } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text NOT NULL);'

export const dropNotNull: Rule = {
  id: 'drop-not-null',
  area: 'loss',
  level: 'info',
  why: 'From here on the column can be null. Code that runs already, and what is rolled back to, does not expect it.',
  fix: 'Let the code that takes null run everywhere first, and say so where it stands.',
  bad: { before, migration: 'ALTER TABLE "users" ALTER COLUMN "email" DROP NOT NULL;' },
  good: {
    before,
    migration:
      '-- sluice:allow drop-not-null all readers take null since release 41\nALTER TABLE "users" ALTER COLUMN "email" DROP NOT NULL;',
  },
  check: (statement) =>
    alters(statement, 'AT_DropNotNull').flatMap(({ table, command, act }) =>
      stands(statement, table)
        ? [
            {
              message: `${table.sql}.${ident(command.name ?? '')} can be null from here on`,
              fix: '-- sluice:allow drop-not-null <why all readers take it>',
              offset: act.offset,
            },
          ]
        : [],
    ),
}
