import { ident } from '../../postgres/sql/quote.ts'
import { addedColumns, at, clause, commit, script, sizeOf, stands } from '../acts.ts'
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
    addedColumns(statement).flatMap(({ table, column, constraints, act }) => {
      const has = (...types: readonly string[]) => constraints.some(({ contype }) => contype && types.includes(contype))
      const required = has('CONSTR_NOTNULL', 'CONSTR_PRIMARY')
      const filled =
        has('CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED') || isSerial(clause(act, column.typeName?.location))
      if (!required || filled || !stands(statement, table)) return []
      const name = ident(column.colname ?? '')
      const text = clause(act, column.location).replace(/\s+(?:NOT\s+NULL|PRIMARY\s+KEY)\b/i, '')
      return [
        {
          message: `rows of ${table.sql}${sizeOf(statement, table)} have no value for ${name}, which is required and has no default`,
          fix: script(
            `ALTER TABLE ${table.sql} ADD COLUMN ${text}`,
            `UPDATE ${table.sql} SET ${name} = <value> WHERE ${name} IS NULL`,
            commit,
            `ALTER TABLE ${table.sql} ALTER COLUMN ${name} SET NOT NULL`,
          ),
          offset: at(act, column.location),
        },
      ]
    }),
}

const isSerial = (type: string): boolean => /^(?:small|big)?serial\d?\b/i.test(type)
