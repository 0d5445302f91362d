import { keyOf, type Obj } from '../../schema/object.ts'
import { index } from '../index.ts'
import { table } from '../table.ts'
import { type Catalog, type Found, first, more, source } from './source.ts'

interface IndexRow {
  readonly oid: number
  readonly table: number
  readonly name: string
  readonly method: string
  readonly unique: boolean
  /** `option` has bit 1 for DESC, bit 2 for NULLS FIRST; `column` is 0 where it is an expression. */
  readonly parts: readonly { column: number; expression: string | null; option: number; opclass: string | null }[]
  readonly predicate: string | null
  readonly options: readonly string[] | null
  readonly more: readonly string[]
}

/** Indexes that belong to no constraint. */
export const indexes = source<IndexRow>({
  query: (version) => `
    select c.oid, i.indrelid as table, c.relname::text as name, m.amname::text as method, i.indisunique as unique,
      pg_get_expr(i.indpred, i.indrelid) as predicate, c.reloptions::text[] as options, p.parts,
      ${more(
        ['not i.indisvalid', `'INVALID'`],
        ['i.indnatts > i.indnkeyatts', `'INCLUDE'`],
        ['p.collated', `'COLLATE'`],
        ['p.tuned', `'operator class parameters'`],
        ['i.indisclustered', `'CLUSTER'`],
        ['c.reltablespace <> 0', `'TABLESPACE'`],
        ...(version >= 150000 ? [['i.indnullsnotdistinct', `'NULLS NOT DISTINCT'`] as const] : []),
      )}
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    cross join lateral (
      select
        json_agg(json_build_object(
          'column', a.attnum, 'option', a.option, 'opclass', case when not o.opcdefault then o.opcname end,
          'expression', case when a.attnum = 0 then pg_get_indexdef(i.indexrelid, a.place::int4, false) end
        ) order by a.place) as parts,
        bool_or(a.collated <> coalesce(t.attcollation, e.attcollation, 0) and a.collated <> 0) as collated,
        bool_or(e.attoptions is not null) as tuned
      from unnest(i.indkey::int2[], i.indoption::int2[], i.indclass::oid[], i.indcollation::oid[])
        with ordinality a (attnum, option, opclass, collated, place)
      join pg_opclass o on o.oid = a.opclass
      left join pg_attribute t on t.attrelid = i.indrelid and t.attnum = a.attnum and a.attnum > 0
      left join pg_attribute e on e.attrelid = i.indexrelid and e.attnum = a.place
    ) p
    where c.oid >= ${first} and c.relkind in ('i', 'I') and not exists (
      select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`,
  find: (rows, catalog) =>
    rows.flatMap((row) => {
      const on = catalog.at(`pg_class ${row.table}`)
      return table.is(on) ? [found(row, on, catalog)] : []
    }),
})

function found(row: IndexRow, on: Obj, catalog: Catalog): Found {
  const parts = row.parts.map(({ column, expression, option, opclass }) => ({
    column: catalog.keyAt(`pg_class ${row.table}.${column}`) ?? null,
    expression,
    asc: (option & 1) === 0,
    nulls: option & 2 ? ('first' as const) : ('last' as const),
    opclass,
  }))
  const attrs = {
    method: row.method,
    unique: row.unique,
    parts,
    where: row.predicate,
    with: Object.fromEntries((row.options ?? []).map((option) => option.split(/=(.*)/s).slice(0, 2))),
    concurrently: false,
  }
  const columns = [...new Set(parts.flatMap((part) => part.column ?? []))]
  const id = { schema: on.id.schema!, table: on.id.name!, name: row.name }
  return { object: index.make(id, attrs, keyOf(on), columns), more: row.more, at: `pg_class ${row.oid}` }
}
