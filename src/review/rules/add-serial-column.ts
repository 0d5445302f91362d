import { ident } from '../../postgres/sql/quote.ts'
import { addedColumns, at, batches, commit, rewritten, script, sizeOf, stands, strings } from '../acts.ts'
import { serialTypes } from '../columns.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("name" text PRIMARY KEY);'

export const addSerialColumn: Rule = {
  id: 'add-serial-column',
  area: 'locks',
  level: 'error',
  why: 'Every row gets a number, so Postgres writes the whole table and its indexes anew under an ACCESS EXCLUSIVE lock: nobody reads or writes it meanwhile. An identity column does the same.',
  fix: 'Add a plain column, let a sequence number the rows that come from now on, and number the others in batches.',
  bad: { before, migration: 'ALTER TABLE "users" ADD COLUMN "number" bigserial;' },
  good: {
    before,
    migration: script(
      'CREATE SEQUENCE "users_number_seq"',
      'ALTER TABLE "users" ADD COLUMN "number" bigint',
      `ALTER TABLE "users" ALTER COLUMN "number" SET DEFAULT nextval('users_number_seq')`,
    ),
  },
  check: (statement) =>
    addedColumns(statement).flatMap(({ table, column, constraints, act }) => {
      const written = strings(column.typeName?.names).at(-1) ?? ''
      const identity = constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY')
      const type = serialTypes[written] ?? (identity ? 'bigint' : undefined)
      if (type === undefined || !stands(statement, table) || rewritten(statement, table) === false) return []
      const [name, sequence] = [ident(column.colname ?? ''), ident(`${table.name}_${column.colname}_seq`)]
      const owned = `${ident(table.schema)}.${sequence}`
      return [
        {
          message: `${table.sql}${sizeOf(statement, table)} is written anew to number its rows in ${name}, and nobody reads or writes it meanwhile`,
          fix: script(
            `CREATE SEQUENCE ${owned}`,
            `ALTER TABLE ${table.sql} ADD COLUMN ${name} ${type}`,
            `ALTER TABLE ${table.sql} ALTER COLUMN ${name} SET DEFAULT nextval('${owned.replaceAll("'", "''")}')`,
            `ALTER SEQUENCE ${owned} OWNED BY ${table.sql}.${name}`,
            commit,
            ...batches(table, `${name} = DEFAULT`, `${name} IS NULL`),
          ),
          offset: at(act, column.location),
        },
      ]
    }),
}
