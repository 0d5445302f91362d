import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { column, columnKey } from '../../postgres/column.ts'
import { index } from '../../postgres/index.ts'
import { table, tableKey } from '../../postgres/table.ts'
import { type Key, key, type Obj } from '../../schema/object.ts'
import type { ColumnOptions, IndexOptions, TableOptions } from '../declare/table-options.ts'
import { readCollation } from './own-type.ts'
import { spreadText } from './partition.ts'
import type { Reader } from './reader.ts'
import { targetOf } from './target.ts'

interface Given {
  readonly table: PgTable
  readonly options: TableOptions<PgTable>
}

/** What is said of a table beyond Drizzle, put into it, its columns and its indexes. */
export function readTableOptions({ table: of, options }: Given, reader: Reader, known: ReadonlyMap<Key, Obj>): Obj[] {
  const place = reader.table(of)
  const found = targetOf('pgTableOptions', tableKey(place.schema, place.table), known)
  if (!table.is(found)) return []
  const { forceRls, unlogged, with: parameters, partitionBy } = found.attrs
  const attrs = {
    ...found.attrs,
    forceRls: options.forceRls ?? forceRls,
    unlogged: options.unlogged ?? unlogged,
    with: options.with ?? parameters,
    partitionBy: options.partitionBy ? spreadText(options.partitionBy, reader) : partitionBy,
  }
  const columns = reader.library.orm.getTableColumns(of)
  return [
    { ...found, attrs },
    ...Object.entries(options.columns ?? {}).flatMap(([name, said]) => {
      const k = columnKey(place.schema, place.table, columns[name] ? reader.name(columns[name]) : name)
      return withColumn(targetOf('pgTableOptions', k, known), said ?? {}, reader)
    }),
    ...Object.entries(options.indexes ?? {}).flatMap(([name, said]) =>
      withIndex(targetOf('pgTableOptions', key('index', place.schema, place.table, name), known), said, reader),
    ),
  ]
}

function withColumn(found: Obj, { collate, storage, compression, virtual }: ColumnOptions, reader: Reader): Obj[] {
  if (!column.is(found)) return []
  const attrs = {
    ...found.attrs,
    collation: readCollation(collate, reader) ?? found.attrs.collation,
    storage: storage ?? found.attrs.storage,
    compression: compression ?? found.attrs.compression,
    virtual: virtual ?? found.attrs.virtual,
  }
  return [{ ...found, attrs }]
}

function withIndex(found: Obj, { include, nullsNotDistinct }: IndexOptions<PgTable>, reader: Reader): Obj[] {
  if (!index.is(found)) return []
  const carried = include?.map((each: AnyPgColumn) => reader.column(each)) ?? found.attrs.include
  const attrs = {
    ...found.attrs,
    include: carried,
    nullsNotDistinct: nullsNotDistinct ?? found.attrs.nullsNotDistinct,
  }
  return [{ ...found, attrs, refs: [...new Set([...found.refs, ...carried])] }]
}
