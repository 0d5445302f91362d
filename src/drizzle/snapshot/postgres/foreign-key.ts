import { columnKey } from '../../../postgres/column.ts'
import { type ForeignKeyAttrs, foreignKey } from '../../../postgres/foreign-key.ts'
import { tableKey } from '../../../postgres/table.ts'
import { nameOf, namesOf, type Obj } from '../../../schema/object.ts'
import type { ForeignKeyJson } from './format.ts'
import type { Owner } from './owner.ts'

export function readForeignKey(json: ForeignKeyJson, { key, id }: Owner) {
  const { schema, table } = id
  const schemaTo = json.schemaTo || 'public'
  const target = tableKey(schemaTo, json.tableTo)
  const columns = json.columnsFrom.map((name) => columnKey(schema, table, name))
  const targetColumns = json.columnsTo.map((name) => columnKey(schemaTo, json.tableTo, name))
  return foreignKey.make(
    { ...id, name: json.name },
    {
      columns,
      target,
      targetColumns,
      onDelete: json.onDelete ?? 'no action',
      onUpdate: json.onUpdate ?? 'no action',
      deferrable: null,
    },
    key,
    [...columns, target, ...targetColumns],
  )
}

export function writeForeignKey({ id, attrs }: Obj<'schema' | 'table' | 'name', ForeignKeyAttrs>): ForeignKeyJson {
  const [schemaTo, tableTo] = namesOf(attrs.target) as [string, string]
  return {
    name: id.name,
    tableFrom: id.table,
    tableTo,
    ...(schemaTo !== 'public' && { schemaTo }),
    columnsFrom: attrs.columns.map(nameOf),
    columnsTo: attrs.targetColumns.map(nameOf),
    onDelete: attrs.onDelete,
    onUpdate: attrs.onUpdate,
  }
}
