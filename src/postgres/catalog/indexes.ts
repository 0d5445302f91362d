import { keyOf, type Obj } from '../../schema/object.ts'
import { index } from '../index.ts'
import { materializedView } from '../materialized-view.ts'
import { table } from '../table.ts'
import { type PartRow, partsOf, readPart } from './index-parts.ts'
import { type Catalog, type Found, first, more, type Oid, parametersIn, source } from './source.ts'

interface IndexRow {
  readonly oid: Oid
  readonly table: Oid
  readonly name: string
  readonly method: string
  readonly unique: boolean
  readonly parts: readonly PartRow[]
  readonly include: readonly number[]
  readonly nullsNotDistinct: boolean
  readonly predicate: string | null
  readonly options: readonly string[] | null
  readonly more: readonly string[]
}

/** Indexes that belong to no constraint, and to no index of a partitioned table. Columns of a materialized view are no objects: an index names them as text. */
export const indexes = source<IndexRow>({
  query: (version) => `
    select c.oid, i.indrelid as table, c.relname::text as name, m.amname::text as method, i.indisunique as unique,
      pg_get_expr(i.indpred, i.indrelid) as predicate, c.reloptions::text[] as options, p.parts,
      (i.indkey::int4[])[i.indnkeyatts:] as include,
      ${version >= 150000 ? 'i.indnullsnotdistinct' : 'false'} as "nullsNotDistinct",
      ${more(
        ['not i.indisvalid', `'INVALID'`],
        ['p.tuned', `'operator class parameters'`],
        ['i.indisclustered', `'CLUSTER'`],
        ['c.reltablespace <> 0', `'TABLESPACE'`],
      )}
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class r on r.oid = i.indrelid
    join pg_am m on m.oid = c.relam cross join lateral ${partsOf()}
    where c.oid >= ${first} and c.relkind in ('i', 'I') and not c.relispartition
      and c.oid not in (select conindid from pg_constraint where contype in ('p', 'u', 'x'))`,
  find: (rows, catalog) =>
    rows.flatMap((row) => {
      const on = catalog.at(`pg_class ${row.table}`)
      return table.is(on) || materializedView.is(on) ? [found(row, on, catalog)] : []
    }),
})

function found(row: IndexRow, on: Obj, catalog: Catalog): Found {
  const parts = row.parts.map((part) => readPart(part, row.table, catalog))
  const isOnTable = table.is(on)
  const include = isOnTable ? catalog.columns(row.table, row.include) : []
  const more = isOnTable || row.include.length === 0 ? row.more : [...row.more, 'INCLUDE']
  const attrs = {
    method: row.method,
    unique: row.unique,
    parts,
    where: row.predicate,
    include,
    nullsNotDistinct: row.nullsNotDistinct,
    with: parametersIn(row.options),
    concurrently: false,
  }
  const columns = [...new Set([...parts.flatMap((part) => part.column ?? []), ...include])]
  const id = { schema: on.id.schema!, table: on.id.name!, name: row.name }
  return { object: index.make(id, attrs, keyOf(on), columns), more, at: `pg_class ${row.oid}` }
}
