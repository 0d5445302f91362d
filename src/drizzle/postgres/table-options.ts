import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { SluiceError } from '../../errors.ts'
import { column, columnKey } from '../../postgres/column.ts'
import { index } from '../../postgres/index.ts'
import { primaryKey } from '../../postgres/primary-key.ts'
import { table, tableKey } from '../../postgres/table.ts'
import { unique } from '../../postgres/unique.ts'
import { key, keyOf, type Obj } from '../../schema/object.ts'
import type { ColumnOptions, ConstraintOptions, IndexOptions, TableOptions } from '../declare/table-options.ts'
import { readCollation } from './own-type.ts'
import { spreadText } from './partition.ts'
import type { Reader } from './reader.ts'
import { type Known, targetKey, targetOf } from './target.ts'

interface Given {
  readonly table: PgTable
  readonly options: TableOptions<PgTable>
}

/** What is said of a table beyond Drizzle, put into it, its columns, indexes and constraints. */
export function readTableOptions({ table: of, options }: Given, reader: Reader, known: Known): Obj[] {
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
    ...Object.entries(options.constraints ?? {}).flatMap(([constraint, said]) =>
      withConstraint(known.get(targetKey({ constraint, on: of }, reader, known))!, said, reader),
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
  const attrs = { ...found.attrs, nullsNotDistinct: nullsNotDistinct ?? found.attrs.nullsNotDistinct }
  return [carrying({ ...found, attrs }, include, reader)]
}

/** @throws SluiceError `DECLARATION_INVALID`: no index is behind it that could carry anything. */
function withConstraint(found: Obj, { include }: ConstraintOptions<PgTable>, reader: Reader): Obj[] {
  if (primaryKey.is(found) || unique.is(found)) return [carrying(found, include, reader)]
  throw new SluiceError('DECLARATION_INVALID', { says: `${keyOf(found)} is no key, so it carries no columns` })
}

function carrying(found: Obj, columns: readonly AnyPgColumn[] | undefined, reader: Reader): Obj {
  if (!columns) return found
  const include = columns.map((each) => reader.column(each))
  return { ...found, attrs: { ...found.attrs, include }, refs: [...new Set([...found.refs, ...include])] }
}
