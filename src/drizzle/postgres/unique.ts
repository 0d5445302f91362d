import type { PgColumn, UniqueConstraint } from 'drizzle-orm/pg-core'
import { columnKey } from '../../postgres/column.ts'
import { ordinaryKey } from '../../postgres/key-constraint.ts'
import { tableKey } from '../../postgres/table.ts'
import { unique } from '../../postgres/unique.ts'
import type { TableName } from './column.ts'
import type { Reader } from './reader.ts'

/** `unique().on(a, b)`. */
export function readUnique(declared: UniqueConstraint, of: TableName, reader: Reader) {
  return make(declared.getName() ?? '', declared.columns, declared.nullsNotDistinct, of, reader)
}

/** `.unique()` at a column. */
export function readColumnUnique(column: PgColumn, of: TableName, reader: Reader) {
  return make(column.uniqueName ?? '', [column], column.uniqueType === 'not distinct', of, reader)
}

function make(
  name: string,
  of: readonly PgColumn[],
  nullsNotDistinct: boolean,
  { schema, table }: TableName,
  reader: Reader,
) {
  const columns = of.map((column) => columnKey(schema, table, reader.name(column)))
  return unique.make(
    { schema, table, name },
    { columns, nullsNotDistinct, ...ordinaryKey },
    tableKey(schema, table),
    columns,
  )
}
