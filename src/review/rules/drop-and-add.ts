import { columnKey, column as columns } from '../../postgres/column.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { addedColumns, alters, script, stands } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "name" text);'
const allow = '-- sluice:allow drop-column it was always empty\n'

export const dropAndAdd: Rule = {
  id: 'drop-and-add',
  area: 'loss',
  level: 'warn',
  agreeable: true,
  why: 'One column of a table goes and another one of the same type comes: that is what a rename looks like to a tool that compares two states, and the values are lost.',
  fix: 'Where it is the same column under another name, rename it.',
  bad: {
    before,
    migration: `${allow}ALTER TABLE "users" DROP COLUMN "name", ADD COLUMN "full_name" text;`,
  },
  good: { before, migration: `${allow}ALTER TABLE "users" DROP COLUMN "name", ADD COLUMN "born" date;` },
  check: (statement) =>
    alters(statement, 'AT_DropColumn').flatMap(({ table, command, act }) => {
      const { before, after, statements } = statement.migration
      const typeIn = (schema: typeof before, name: string) => {
        const found = schema?.get(columnKey(table.schema, table.name, name))
        return columns.is(found) ? found.attrs.type : undefined
      }
      const name = command.name ?? ''
      const type = typeIn(before, name)
      const twin = statements.flatMap(addedColumns).find(
        ({ table: { id }, column: { colname = '' } }) =>
          // One that comes again under its own name is made anew, as a generated column say.
          id === table.id && colname !== name && type !== undefined && typeIn(after, colname) === type,
      )
      if (!twin || !stands(statement, table)) return []
      const next = twin.column.colname ?? ''
      return [
        {
          message: `${table.sql} loses ${ident(name)} and gets ${ident(next)} of the same type: is it a rename?`,
          fix: script(`ALTER TABLE ${table.sql} RENAME COLUMN ${ident(name)} TO ${ident(next)}`),
          offset: act.offset,
        },
      ]
    }),
}
