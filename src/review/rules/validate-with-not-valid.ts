import { ident } from '../../postgres/sql/quote.ts'
import { addedTogether, alters, commit, script, sizeOf, stands } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "amount" integer);'
const add = 'ALTER TABLE "orders" ADD CONSTRAINT "orders_amount_positive" CHECK ("amount" > 0) NOT VALID'
const validate = 'ALTER TABLE "orders" VALIDATE CONSTRAINT "orders_amount_positive"'

export const validateWithNotValid: Rule = {
  id: 'validate-with-not-valid',
  area: 'locks',
  level: 'warn',
  why: 'NOT VALID is there so that the rows are read under a weak lock. In one transaction the strong lock of adding the constraint is held until all rows are read: nothing is won.',
  fix: 'Validate it in a transaction of its own: after a line that says -- sluice:commit, or in the next migration.',
  bad: { before, migration: script(add, validate) },
  good: { before, migration: script(add, commit, validate) },
  check: (statement) =>
    alters(statement, 'AT_ValidateConstraint').flatMap(({ table, command, act }) => {
      const { name = '' } = command
      if (!addedTogether(statement, table, name) || !stands(statement, table)) return []
      return [
        {
          message: `${ident(name)} is validated in the transaction that added it: its lock on ${table.sql}${sizeOf(statement, table)} is held until all rows are read`,
          fix: `${commit}\n${script(`ALTER TABLE ${table.sql} VALIDATE CONSTRAINT ${ident(name)}`)}`,
          offset: act.offset,
        },
      ]
    }),
}
