import { schemaKey } from '../schema.ts'
import { table, tableKey } from '../table.ts'
import { policies } from './policies.ts'
import { first, more, notOfExtension, type Oid, parametersIn, source, userSchema } from './source.ts'

interface TableRow {
  readonly oid: Oid
  readonly schema: string
  readonly name: string
  readonly rls: boolean
  readonly forceRls: boolean
  readonly unlogged: boolean
  readonly options: readonly string[] | null
  readonly partitionBy: string | null
  /** What it is a partition of, and its bound there. */
  readonly whole: Oid | null
  readonly bound: string | null
  readonly more: readonly string[]
}

/** Has a partition a column with a default, NOT NULL or storage that its table's has not? */
const differing = `exists (
          select from pg_attribute a join pg_inherits i on i.inhrelid = a.attrelid
          join pg_attribute w on w.attrelid = i.inhparent and w.attname = a.attname
          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          left join pg_attrdef e on e.adrelid = w.attrelid and e.adnum = w.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and (pg_get_expr(d.adbin, d.adrelid), a.attnotnull, a.attstorage, a.attcompression)
              is distinct from (pg_get_expr(e.adbin, e.adrelid), w.attnotnull, w.attstorage, w.attcompression))`

/** Tables. One with policies needs nobody to have asked for row level security itself. */
export const tables = source<TableRow>({
  query: () => `
    select c.oid, n.nspname::text as schema, c.relname::text as name, c.relrowsecurity as rls,
      c.relforcerowsecurity as "forceRls", c.relpersistence = 'u' as unlogged,
      c.reloptions || array(select 'toast.' || o from unnest(s.reloptions) o) as options,
      pg_get_partkeydef(c.oid) as "partitionBy", pg_get_expr(c.relpartbound, c.oid) as bound,
      case when c.relispartition then (select i.inhparent from pg_inherits i where i.inhrelid = c.oid) end as whole,
      ${more(
        [`not c.relispartition and exists (select from pg_inherits i where i.inhrelid = c.oid)`, `'INHERITS'`],
        [`c.relispartition and ${differing}`, `'columns unlike those of its table'`],
        ['c.reloftype <> 0', `'OF ' || c.reloftype::regtype`],
        [`c.relreplident in ('f', 'i')`, `'REPLICA IDENTITY'`],
        [`m.amname <> 'heap'`, `'USING ' || m.amname`],
        ['c.reltablespace <> 0', `'TABLESPACE'`],
      )}
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am m on m.oid = c.relam
    left join pg_class s on s.oid = c.reltoastrelid
    where c.relkind in ('r', 'p') and c.oid >= ${first}
      and ${userSchema} and ${notOfExtension('pg_class', 'c.oid')}`,
  find(rows, catalog) {
    const guarded = new Set(catalog.rows(policies).map((row) => row.table))
    const keys = new Map(rows.map(({ oid, schema, name }) => [oid, tableKey(schema, name)]))
    return rows.flatMap(({ oid, schema, name, rls, forceRls, unlogged, options, more, partitionBy, whole, bound }) => {
      const of = whole === null ? undefined : keys.get(whole)
      if (whole !== null && !of) return []
      const attrs = {
        rls,
        rlsDeclared: rls && !guarded.has(oid),
        forceRls,
        unlogged,
        with: parametersIn(options),
        partitionBy,
        partitionOf: of && bound !== null ? { table: of, bound } : null,
      }
      const object = table.make({ schema, name }, attrs, schemaKey(schema), of ? [of] : [])
      return [{ object, more, at: `pg_class ${oid}` as const }]
    })
  },
})
