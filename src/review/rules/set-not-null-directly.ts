import { check } from '../../postgres/check.ts'
import { storedName } from '../../postgres/implied-name.ts'
import { ident } from '../../postgres/sql/quote.ts'
import {
  addedConstraints,
  alters,
  commit,
  locked,
  only,
  script,
  sizeOf,
  stands,
  strings,
  type TableName,
  tableKey,
} from '../acts.ts'
import { setNotNull } from '../not-null.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'

/** SET NOT NULL reads the table unless a valid CHECK proves that it need not (manual, ALTER TABLE). */
export const setNotNullDirectly: Rule = {
  id: 'set-not-null-directly',
  area: 'locks',
  level: 'warn',
  online: true,
  why: 'SET NOT NULL reads the whole table under an ACCESS EXCLUSIVE lock: nobody reads or writes it meanwhile.',
  fix: 'Let a constraint that is added NOT VALID prove it: validating reads the table while others write. From Postgres 18 on that constraint can be the NOT NULL itself.',
  bad: { before, migration: 'ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;' },
  good: {
    before,
    migration: script(
      'ALTER TABLE "users" ADD CONSTRAINT "users_email_set" CHECK ("email" IS NOT NULL) NOT VALID',
      commit,
      'ALTER TABLE "users" VALIDATE CONSTRAINT "users_email_set"',
      commit,
      'ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL',
    ),
  },
  check: (statement) =>
    alters(statement, 'AT_SetNotNull').flatMap(({ table, command, act }) => {
      const column = command.name ?? ''
      if (!stands(statement, table) || !locked(statement, table, 'access-exclusive')) return []
      if (isProven(statement, table, column)) return []
      return [
        {
          message: `every row of ${table.sql}${sizeOf(statement, table)} is looked at for ${ident(column)}, and nobody reads or writes it meanwhile`,
          fix: script(...setNotNull(statement, table, column)),
          offset: act.offset,
        },
      ]
    }),
}

/** Is there a validated constraint by which the server knows that no row lacks the value? */
function isProven({ migration: { before, statements }, number }: Statement, table: TableName, column: string): boolean {
  const earlier = statements.slice(0, number - 1)
  const standing = before?.children(tableKey(table)).filter(check.is) ?? []
  const says = ({ attrs }: (typeof standing)[number]) =>
    attrs.expression.replace(/["()\s]/g, '').toLowerCase() === `${column.toLowerCase()}isnotnull`
  const added = earlier.flatMap((one) => addedConstraints(one).filter((added) => added.table.id === table.id))
  const names = added.flatMap(({ constraint: { contype, conname, raw_expr, keys, skip_validation } }) => {
    const test = only(raw_expr, 'NullTest')
    const fields = strings(only(test?.arg, 'ColumnRef')?.fields)
    const proves =
      (contype === 'CONSTR_CHECK' && test?.nulltesttype === 'IS_NOT_NULL' && fields.at(-1) === column) ||
      (contype === 'CONSTR_NOTNULL' && strings(keys).includes(column))
    return proves ? [{ name: storedName(conname ?? ''), valid: !skip_validation }] : []
  })
  const validated = earlier
    .flatMap((one) => alters(one, 'AT_ValidateConstraint'))
    .filter((one) => one.table.id === table.id)
    .map(({ command }) => storedName(command.name ?? ''))
  return standing.some(says) || names.some(({ name, valid }) => valid || validated.includes(name))
}
