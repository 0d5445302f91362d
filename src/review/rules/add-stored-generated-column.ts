import { ident } from '../../postgres/sql/quote.ts'
import { addedColumns, at, rewritten, script, sizeOf, stands } from '../acts.ts'
import { partOf, redefined } from '../column-text.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "net" numeric, "tax" numeric);'

/** Virtual generated columns are there from 18 on, and store nothing. */
export const addStoredGeneratedColumn: Rule = {
  id: 'add-stored-generated-column',
  area: 'locks',
  level: 'error',
  why: 'Every row gets a computed value, so Postgres writes the whole table and its indexes anew under an ACCESS EXCLUSIVE lock: nobody reads or writes it meanwhile.',
  fix: 'From Postgres 18 on a VIRTUAL generated column computes it when it is read, and adding one takes no time. Before, compute it in a view, or in a plain column that a trigger keeps.',
  bad: {
    before,
    migration: 'ALTER TABLE "orders" ADD COLUMN "gross" numeric GENERATED ALWAYS AS ("net" + "tax") STORED;',
  },
  good: {
    before,
    migration: 'ALTER TABLE "orders" ADD COLUMN "gross" numeric GENERATED ALWAYS AS ("net" + "tax") VIRTUAL;',
    postgres: 18,
  },
  check: (statement) =>
    addedColumns(statement).flatMap((added) => {
      const { table, column, constraints, act } = added
      const generated = constraints.find(({ contype }) => contype === 'CONSTR_GENERATED')
      const virtual = generated?.generated_kind === 'v'
      if (!generated || virtual || !stands(statement, table) || rewritten(statement, table) === false) return []
      const text = partOf(added, generated.location)
      const fix =
        statement.migration.postgres >= 18
          ? script(
              `ALTER TABLE ${table.sql} ADD COLUMN ${redefined(added, [generated], text.replace(/\bSTORED$/i, 'VIRTUAL'))}`,
            )
          : script(
              `CREATE VIEW <name> AS SELECT *, ${/\((.*)\)/s.exec(text)?.[1]} AS ${ident(column.colname ?? '')} FROM ${table.sql}`,
            )
      return [
        {
          message: `${table.sql}${sizeOf(statement, table)} is written anew to compute ${ident(column.colname ?? '')}, and nobody reads or writes it meanwhile`,
          fix,
          offset: at(act, column.location),
        },
      ]
    }),
}
