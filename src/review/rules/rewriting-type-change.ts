import { ident, newName } from '../../postgres/sql/quote.ts'
import { alters, at, batches, commit, only, rewritten, script, sizeOf, stands } from '../acts.ts'
import { typeAt } from '../column-text.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "amount" integer, "note" varchar(20));'

/** Whether a change of type writes the table anew is the server's to say: varchar(20) to varchar(50) does not. */
export const rewritingTypeChange: Rule = {
  id: 'rewriting-type-change',
  area: 'locks',
  level: 'error',
  why: 'The new type is stored in another way, so Postgres writes the whole table and its indexes anew under an ACCESS EXCLUSIVE lock: nobody reads or writes it meanwhile.',
  fix: 'Add a column of the new type, keep it up to date with a trigger, fill it in batches, and let it take the place of the old one.',
  bad: { before, migration: 'ALTER TABLE "orders" ALTER COLUMN "amount" TYPE bigint;' },
  good: { before, migration: 'ALTER TABLE "orders" ALTER COLUMN "note" TYPE varchar(50);' },
  check: (statement) =>
    alters(statement, 'AT_AlterColumnType').flatMap(({ table, command, act }) => {
      const wrote = rewritten(statement, table)
      if (!stands(statement, table) || wrote === false) return []
      const definition = only(command.def, 'ColumnDef')
      const [name, next] = [ident(command.name ?? ''), ident(newName(command.name ?? ''))]
      const type = typeAt(act, definition?.typeName?.location)
      return [
        {
          message: `${table.sql}${sizeOf(statement, table)} ${wrote ? 'is' : 'may be'} written anew for the type of ${name}, and nobody reads or writes it meanwhile`,
          fix: script(
            `ALTER TABLE ${table.sql} ADD COLUMN ${next} ${type}`,
            '-- a trigger that keeps both equal for rows that are written from now on, and then',
            ...batches(table, `${next} = ${name}`, `${next} IS NULL AND ${name} IS NOT NULL`),
            commit,
            `ALTER TABLE ${table.sql} DROP COLUMN ${name}`,
            `ALTER TABLE ${table.sql} RENAME COLUMN ${next} TO ${name}`,
          ),
          offset: at(act, definition?.location),
        },
      ]
    }),
}
