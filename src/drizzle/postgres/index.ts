import type { SQL } from 'drizzle-orm'
import type { IndexedColumn, Index as PgIndex } from 'drizzle-orm/pg-core'
import { SluiceError } from '../../errors.ts'
import { columnKey } from '../../postgres/column.ts'
import { type IndexPart, index, ordinaryIndex } from '../../postgres/index.ts'
import { tableKey } from '../../postgres/table.ts'
import type { TableName } from './column.ts'
import type { Reader } from './reader.ts'

/** `columns` is the table that its columns are of: an index of a partition has those of its table. */
export function readIndex({ config }: PgIndex, of: TableName, reader: Reader, columnsOf = of) {
  const { schema, table } = of
  const columns = config.columns as readonly (IndexedColumn | SQL)[]
  const parts = columns.map((part) => readPart(part, columnsOf, reader))
  return index.make(
    { schema, table, name: config.name || impliedName(columns, of, reader) },
    {
      ...ordinaryIndex,
      method: config.method ?? 'btree',
      unique: config.unique,
      parts,
      where: config.where ? reader.text(config.where) : null,
      with: config.with ?? {},
      concurrently: config.concurrently ?? false,
    },
    tableKey(schema, table),
    parts.flatMap(({ column }) => column ?? []),
  )
}

function readPart(part: IndexedColumn | SQL, { schema, table }: TableName, reader: Reader): IndexPart {
  const { orm } = reader.library
  if (orm.is(part, orm.SQL))
    return {
      column: null,
      expression: reader.text(part, 'indexes'),
      collation: null,
      asc: true,
      nulls: 'last',
      opclass: null,
    }
  const { order, nulls, opClass } = part.indexConfig as { order?: string; nulls?: 'first' | 'last'; opClass?: string }
  return {
    column: columnKey(schema, table, reader.name(part as IndexedColumn & { name: string; keyAsName: boolean })),
    expression: null,
    collation: null,
    asc: order === 'asc',
    nulls: nulls ?? (order === 'desc' ? 'first' : 'last'),
    opclass: opClass ?? null,
  }
}

/** @throws SluiceError `INDEX_UNNAMED`: an expression gives no name. */
function impliedName(columns: readonly (IndexedColumn | SQL)[], { table }: TableName, reader: Reader): string {
  const { orm } = reader.library
  const names = columns.map((part) => {
    if (orm.is(part, orm.SQL))
      throw new SluiceError('INDEX_UNNAMED', { table, expression: reader.text(part, 'indexes') })
    return reader.name(part as IndexedColumn & { name: string; keyAsName: boolean })
  })
  return `${table}_${names.join('_')}_index`
}
