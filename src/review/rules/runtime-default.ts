import { column, columnKey } from '../../postgres/column.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { addedColumns, alters, at, script, sizeOf, stands, type TableName } from '../acts.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "plan" text DEFAULT \'free\' NOT NULL);'
const files = {
  'schema.ts': `import { bigint, pgTable, text } from 'drizzle-orm/pg-core'

export const users = pgTable('users', {
  id: bigint({ mode: 'number' }).primaryKey(),
  plan: text().notNull().$defaultFn(() => 'free'),
})`,
}

/** `$default()`, `$defaultFn()` and `$onUpdate()` are called by drizzle-orm when it builds an INSERT or UPDATE; the database knows nothing of them. */
export const runtimeDefault: Rule = {
  id: 'runtime-default',
  area: 'history',
  level: 'warn',
  why: 'The value comes from the program and not from the database: rows that are there do not get it, and what is inserted by another program, by an older release or by SQL has none and is refused.',
  fix: 'Give the column a default in the database too: .default(…) beside, or in place of, the function.',
  bad: { before, migration: 'ALTER TABLE "users" ALTER COLUMN "plan" DROP DEFAULT;', files },
  good: { before, migration: 'ALTER TABLE "users" ADD COLUMN "seen" timestamp with time zone;', files },
  check: (statement) =>
    touched(statement).flatMap(({ table, name, offset }) => {
      const word = wordFor(statement, table, name)
      if (word === undefined || !stands(statement, table)) return []
      return [
        {
          message: `${ident(name)} of ${table.sql}${sizeOf(statement, table)} is required and has no default: ${word} fills it in the program alone`,
          fix: script(`ALTER TABLE ${table.sql} ALTER COLUMN ${ident(name)} SET DEFAULT <value>`),
          offset,
        },
      ]
    }),
}

/** The columns that a statement adds, makes required, or takes the default from. */
const touched = (statement: Statement) => [
  ...addedColumns(statement).map(({ table, column, act }) => ({
    table,
    name: column.colname ?? '',
    offset: at(act, column.location),
  })),
  ...alters(statement, 'AT_SetNotNull', 'AT_ColumnDefault')
    .filter(({ command }) => command.subtype === 'AT_SetNotNull' || !command.def)
    .map(({ table, command, act }) => ({ table, name: command.name ?? '', offset: act.offset })),
]

/** The word in the schema files for what fills the column, if it is required in the end and nothing else does. */
function wordFor(
  { migration: { after, runtimeDefaults } }: Statement,
  { schema, name: table }: TableName,
  name: string,
) {
  const k = columnKey(schema, table, name)
  const found = after?.get(k)
  if (!column.is(found)) return undefined
  const { notNull, default: value, identity, generated, serial } = found.attrs
  return notNull && !(value ?? identity ?? generated ?? serial) ? runtimeDefaults.get(k) : undefined
}
