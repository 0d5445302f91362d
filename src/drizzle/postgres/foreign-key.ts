import type { ForeignKey } from 'drizzle-orm/pg-core'
import { columnKey } from '../../postgres/column.ts'
import { foreignKey } from '../../postgres/foreign-key.ts'
import { tableKey } from '../../postgres/table.ts'
import { casedName } from './cased-name.ts'
import type { TableName } from './column.ts'
import type { Reader } from './reader.ts'

export function readForeignKey(declared: ForeignKey, { schema, table }: TableName, reader: Reader) {
  const { columns: from, foreignColumns: to, foreignTable } = declared.reference()
  const { orm } = reader.library
  const targetTable = orm.getTableName(foreignTable)
  // `schema.table`. getTableConfig would build the target's indexes and policies once more for every foreign key.
  const targetSchema = orm.getTableUniqueName(foreignTable).slice(0, -targetTable.length - 1)
  const target = tableKey(targetSchema, targetTable)
  const columns = from.map((column) => columnKey(schema, table, reader.name(column)))
  const targetColumns = to.map((column) => columnKey(targetSchema, targetTable, reader.name(column)))
  return foreignKey.make(
    { schema, table, name: casedName(declared.getName(), [...from, ...to], reader) },
    {
      columns,
      target,
      targetColumns,
      onDelete: declared.onDelete ?? 'no action',
      onUpdate: declared.onUpdate ?? 'no action',
      deferrable: null,
    },
    tableKey(schema, table),
    [...new Set([...columns, target, ...targetColumns])],
  )
}
