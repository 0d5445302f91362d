import { storedName } from '../../postgres/implied-name.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { addedConstraints, alters, stands } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before =
  'CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "amount" integer, CONSTRAINT "amount_positive" CHECK ("amount" > 0));'

/** Not of one that the same migration has added: a check that proved something, and is no longer needed. */
export const dropConstraint: Rule = {
  id: 'drop-constraint',
  area: 'loss',
  level: 'info',
  why: 'From here on rows can come that the constraint kept out. Code that relies on it reads them, and it cannot be added again before somebody has removed them.',
  fix: 'Where another one takes its place, add that first, so that there is no time without; else say where it stands why it is not needed.',
  bad: { before, migration: 'ALTER TABLE "orders" DROP CONSTRAINT "amount_positive";' },
  good: {
    before,
    migration:
      '-- sluice:allow drop-constraint refunds are negative from now on\nALTER TABLE "orders" DROP CONSTRAINT "amount_positive";',
  },
  check: (statement) =>
    alters(statement, 'AT_DropConstraint').flatMap(({ table, command, act }) => {
      const name = storedName(command.name ?? '')
      const own = statement.migration.statements
        .slice(0, statement.number)
        .flatMap(addedConstraints)
        .some((one) => one.table.id === table.id && storedName(one.constraint.conname ?? '') === name)
      if (own || !stands(statement, table)) return []
      return [
        {
          message: `${ident(name)} no longer keeps rows out of ${table.sql}`,
          fix: '-- sluice:allow drop-constraint <why it is not needed>',
          offset: act.offset,
        },
      ]
    }),
}
