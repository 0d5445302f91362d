import type { PgColumn, PrimaryKey } from 'drizzle-orm/pg-core'
import { columnKey } from '../../postgres/column.ts'
import { impliedName } from '../../postgres/implied-name.ts'
import { ordinaryKey } from '../../postgres/key-constraint.ts'
import { primaryKey } from '../../postgres/primary-key.ts'
import { tableKey } from '../../postgres/table.ts'
import { casedName } from './cased-name.ts'
import type { TableName } from './column.ts'
import type { Reader } from './reader.ts'

/** `primaryKey({ columns: [a, b] })`. */
export function readPrimaryKey(declared: PrimaryKey, of: TableName, reader: Reader) {
  return make(casedName(declared.getName(), declared.columns, reader), declared.columns, false, of, reader)
}

/** `.primaryKey()` at a column; Postgres names the constraint. */
export function readInlinePrimaryKey(column: PgColumn, of: TableName, reader: Reader) {
  return make(impliedName(of.table, null, 'pkey'), [column], true, of, reader)
}

function make(name: string, of: readonly PgColumn[], inline: boolean, { schema, table }: TableName, reader: Reader) {
  const columns = of.map((column) => columnKey(schema, table, reader.name(column)))
  return primaryKey.make({ schema, table }, { name, columns, inline, ...ordinaryKey }, tableKey(schema, table), columns)
}
