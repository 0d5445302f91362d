import { ident } from '../../postgres/sql/quote.ts'
import { isVolatile } from '../../postgres/volatile.ts'
import { addedColumns, at, batches, commit, rewritten, script, sizeOf, stands } from '../acts.ts'
import { partOf, redefined } from '../column-text.ts'
import { setNotNull } from '../not-null.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'

/** ADD COLUMN with a volatile default writes the table anew (manual, ALTER TABLE, Notes); now() is not volatile. */
export const addColumnVolatileDefault: Rule = {
  id: 'add-column-volatile-default',
  area: 'locks',
  level: 'error',
  online: true,
  why: 'A default that gives every row a value of its own, such as gen_random_uuid() or clock_timestamp(), makes Postgres write the whole table and its indexes anew under an ACCESS EXCLUSIVE lock: nobody reads or writes it meanwhile. now() and constants do not.',
  fix: 'Add the column without a default, set the default for new rows, and fill the old rows in batches.',
  bad: { before, migration: 'ALTER TABLE "users" ADD COLUMN "token" uuid DEFAULT gen_random_uuid();' },
  good: {
    before,
    migration: script(
      'ALTER TABLE "users" ADD COLUMN "token" uuid',
      'ALTER TABLE "users" ALTER COLUMN "token" SET DEFAULT gen_random_uuid()',
    ),
  },
  check: (statement) =>
    addedColumns(statement).flatMap((added) => {
      const { table, column, constraints, act } = added
      const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')
      if (!value || !stands(statement, table) || rewritten(statement, table) === false) return []
      const text = partOf(added, value.location)
      if (!isVolatile(text)) return []
      const name = ident(column.colname ?? '')
      const required = constraints.filter(({ contype }) => contype === 'CONSTR_NOTNULL')
      return [
        {
          message: `${table.sql}${sizeOf(statement, table)} is written anew for the default of ${name}, and nobody reads or writes it meanwhile`,
          fix: script(
            `ALTER TABLE ${table.sql} ADD COLUMN ${redefined(added, [value, ...required])}`,
            `ALTER TABLE ${table.sql} ALTER COLUMN ${name} SET ${text}`,
            commit,
            ...batches(table, `${name} = DEFAULT`, `${name} IS NULL`),
            ...(required.length > 0
              ? ['-- and once none is left:', ...setNotNull(statement, table, column.colname!)]
              : []),
          ),
          offset: at(act, value.location),
        },
      ]
    }),
}
