import { ident } from '../../postgres/sql/quote.ts'
import { addedColumns, at, commit, script, sizeOf, stands, strings } from '../acts.ts'
import { redefined } from '../column-text.ts'
import { serialTypes } from '../columns.ts'
import { setNotNull } from '../not-null.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

export const addRequiredColumnWithoutDefault: Rule = {
  id: 'add-required-column-without-default',
  area: 'locks',
  level: 'error',
  agreeable: true,
  why: 'It fails as soon as the table holds one row, which has no value for the column. Where it holds none, code that still runs and does not know the column can no longer insert.',
  fix: 'Give the column a default, or add it without NOT NULL, fill it, and make it NOT NULL afterwards.',
  bad: { before, migration: 'ALTER TABLE "users" ADD COLUMN "plan" text NOT NULL;' },
  good: { before, migration: `ALTER TABLE "users" ADD COLUMN "plan" text NOT NULL DEFAULT 'free';` },
  check: (statement) =>
    addedColumns(statement).flatMap((added) => {
      const { table, column, constraints, act } = added
      const has = (...types: readonly string[]) => constraints.some(({ contype }) => contype && types.includes(contype))
      const required = has('CONSTR_NOTNULL', 'CONSTR_PRIMARY')
      const filled =
        has('CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED') ||
        (strings(column.typeName?.names).at(-1) ?? '') in serialTypes
      if (!required || filled || !stands(statement, table)) return []
      const name = ident(column.colname ?? '')
      const text = redefined(
        added,
        constraints.filter(({ contype = '' }) => /NOTNULL|PRIMARY/.test(contype)),
      )
      return [
        {
          message: `rows of ${table.sql}${sizeOf(statement, table)} have no value for ${name}, which is required and has no default`,
          fix: script(
            `ALTER TABLE ${table.sql} ADD COLUMN ${text}`,
            `UPDATE ${table.sql} SET ${name} = <value> WHERE ${name} IS NULL`,
            commit,
            ...setNotNull(statement, table, column.colname ?? ''),
          ),
          offset: at(act, column.location),
        },
      ]
    }),
}
