import { impliedName } from '../../postgres/implied-name.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { addedConstraints, at, clause, commit, locked, script, sizeOf, stands } from '../acts.ts'
import { partOf, redefined } from '../column-text.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "amount" integer);'
const add = 'ALTER TABLE "orders" ADD CONSTRAINT "orders_amount_positive" CHECK ("amount" > 0)'

/** ADD CHECK takes ACCESS EXCLUSIVE and reads the table; VALIDATE takes SHARE UPDATE EXCLUSIVE (manual, ALTER TABLE). */
export const addCheckWithoutNotValid: Rule = {
  id: 'add-check-without-not-valid',
  area: 'locks',
  level: 'warn',
  online: true,
  why: 'Adding a check reads the whole table under an ACCESS EXCLUSIVE lock: nobody reads or writes it meanwhile. It fails if one row stands against it.',
  fix: 'Add it NOT VALID, which reads no rows, and validate it in a transaction of its own, while others read and write.',
  bad: { before, migration: `${add};` },
  good: {
    before,
    migration: script(`${add} NOT VALID`, commit, 'ALTER TABLE "orders" VALIDATE CONSTRAINT "orders_amount_positive"'),
  },
  check: (statement) =>
    addedConstraints(statement).flatMap(({ table, constraint, column, definition, act }) => {
      const { contype, conname, skip_validation: notValid, location } = constraint
      // That of a new column is held against one value, its default, and yet the server reads all rows.
      if (contype !== 'CONSTR_CHECK' || notValid || !stands(statement, table)) return []
      if (!locked(statement, table, 'access-exclusive')) return []
      const name = ident(conname ?? impliedName(table.name, column, 'check'))
      const text = (definition ? partOf(definition, location) : clause(act, location)).replace(
        /^CONSTRAINT\s+(?:"(?:[^"]|"")*"|\S+)\s+/i,
        '',
      )
      return [
        {
          message: `every row of ${table.sql}${sizeOf(statement, table)} is held against a check, and nobody reads or writes it meanwhile`,
          fix: script(
            ...(definition ? [`ALTER TABLE ${table.sql} ADD COLUMN ${redefined(definition, [constraint])}`] : []),
            `ALTER TABLE ${table.sql} ADD CONSTRAINT ${name} ${text} NOT VALID`,
            commit,
            `ALTER TABLE ${table.sql} VALIDATE CONSTRAINT ${name}`,
          ),
          offset: at(act, location),
        },
      ]
    }),
}
