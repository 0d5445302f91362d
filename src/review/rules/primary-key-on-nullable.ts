import { column, columnKey } from '../../postgres/column.ts'
import { index } from '../../postgres/index.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { key, nameOf } from '../../schema/object.ts'
import {
  acts,
  addedConstraints,
  all,
  alters,
  at,
  commit,
  script,
  sizeOf,
  stands,
  type TableName,
  tableKey,
  tableOf,
} from '../acts.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint);\nCREATE UNIQUE INDEX "users_pkey" ON "users" ("id");'
const add = 'ALTER TABLE "users" ADD CONSTRAINT "users_pkey" PRIMARY KEY USING INDEX "users_pkey"'

/** A primary key sets its columns NOT NULL, which reads the table (manual, ALTER TABLE, ADD table_constraint_using_index). */
export const primaryKeyOnNullable: Rule = {
  id: 'primary-key-on-nullable',
  area: 'locks',
  level: 'warn',
  online: true,
  why: 'A primary key makes its columns NOT NULL, and for that Postgres reads the whole table under an ACCESS EXCLUSIVE lock, even where the index is there already.',
  fix: 'Make the columns NOT NULL first, without that lock.',
  bad: { before, migration: `${add};` },
  good: {
    before,
    migration: script(
      'ALTER TABLE "users" ADD CONSTRAINT "users_id_set" CHECK ("id" IS NOT NULL) NOT VALID',
      commit,
      'ALTER TABLE "users" VALIDATE CONSTRAINT "users_id_set"',
      commit,
      'ALTER TABLE "users" ALTER COLUMN "id" SET NOT NULL',
      add,
    ),
  },
  check: (statement) =>
    addedConstraints(statement).flatMap(({ table, constraint, act }) => {
      const { contype, indexname, location } = constraint
      if (contype !== 'CONSTR_PRIMARY' || !indexname || !stands(statement, table)) return []
      const nullable = columnsOf(statement, table, indexname).filter((name) => isNullable(statement, table, name))
      if (nullable.length === 0) return []
      return [
        {
          message: `${nullable.map(ident).join(', ')} may be null: every row of ${table.sql}${sizeOf(statement, table)} is read, and nobody reads or writes it meanwhile`,
          fix: script(
            ...nullable.flatMap((name) => [
              `ALTER TABLE ${table.sql} ADD CONSTRAINT ${ident(`${table.name}_${name}_set`)} CHECK (${ident(name)} IS NOT NULL) NOT VALID`,
              commit,
              `ALTER TABLE ${table.sql} VALIDATE CONSTRAINT ${ident(`${table.name}_${name}_set`)}`,
              commit,
              `ALTER TABLE ${table.sql} ALTER COLUMN ${ident(name)} SET NOT NULL`,
            ]),
            act.text,
          ),
          offset: at(act, location),
        },
      ]
    }),
}

/** The columns of an index that stands, or that the migration has made before. */
function columnsOf(
  { migration: { before, statements } }: Statement,
  table: TableName,
  name: string,
): readonly string[] {
  const standing = before?.get(key('index', table.schema, table.name, name))
  if (index.is(standing)) return standing.attrs.parts.flatMap(({ column }) => (column === null ? [] : [nameOf(column)]))
  return statements
    .flatMap((one) => acts(one, 'IndexStmt'))
    .filter(({ node }) => node.idxname === name && tableOf(node.relation).id === table.id)
    .flatMap(({ node }) => all(node.indexParams, 'IndexElem').flatMap(({ name }) => name ?? []))
}

function isNullable({ migration: { before, statements }, number }: Statement, table: TableName, name: string): boolean {
  const standing = before?.get(columnKey(table.schema, table.name, name))
  const set = statements
    .slice(0, number - 1)
    .flatMap((one) => alters(one, 'AT_SetNotNull'))
    .some((one) => one.table.id === table.id && one.command.name === name)
  return !set && column.is(standing) && !standing.attrs.notNull && before?.has(tableKey(table)) === true
}
