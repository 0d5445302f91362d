import type { Connection } from '../dialect/connection.ts'
import { dotted } from '../postgres/sql/quote.ts'
import { partitionChecks, type Spread } from './partition-checks.ts'

/** A table as somebody sees it who wants to put rows in. */
export interface Shape {
  /** Its number, which outlives a rename. */
  readonly oid: string
  /** `public.users`, as people read it, and `"public"."users"`. */
  readonly name: string
  readonly sql: string
  readonly columns: readonly ShapeColumn[]
  readonly foreignKeys: readonly ShapeForeignKey[]
  /** The conditions of its checks, of its columns' domains and of one of its partitions, as the server words them. */
  readonly checks: readonly string[]
}

export interface ShapeColumn {
  readonly name: string
  /** As format_type writes it: `character varying(80)`, `public.mood[]`. */
  readonly type: string
  /** The labels of an enum, or of the enum that an array is of; else null. */
  readonly labels: readonly string[] | null
  /** The built-in or extension type that the values are of, below domains and arrays: `int4`, `halfvec`. */
  readonly base: string
  /** The same type with its modifiers: `character varying(80)`. */
  readonly element: string
  readonly array: boolean
  readonly required: boolean
  readonly hasDefault: boolean
  /** Takes its values from a sequence of its own. */
  readonly counts: boolean
}

export interface ShapeForeignKey {
  readonly columns: readonly string[]
  /** As `Shape.name`. */
  readonly target: string
  readonly targetColumns: readonly string[]
}

/** Reads the shape of every table of a database, partitions and what extensions made left out. */
export async function readShapes(connection: Connection): Promise<readonly Shape[]> {
  const rows = await connection.query<{
    oid: string
    schema: string
    table: string
    columns: ShapeColumn[] | null
    keys: ShapeForeignKey[] | null
    checks: string[] | null
    spread: Spread[] | null
    values: string[] | null
  }>(query)
  return rows.map(({ oid, schema, table, columns, keys, checks, spread, values }) => ({
    oid,
    name: `${schema}.${table}`,
    sql: dotted(schema, table),
    columns: columns ?? [],
    foreignKeys: keys ?? [],
    checks: [...(checks ?? []), ...(values ?? []), ...(spread ?? []).flatMap(partitionChecks)],
  }))
}

const names = (numbers: string, relation: string) => `(
  select json_agg(a.attname order by u.place) from unnest(${numbers}) with ordinality u (number, place)
  join pg_attribute a on a.attrelid = ${relation} and a.attnum = u.number)`

// A domain stands on a type or on another domain; `typtypmod` holds the modifiers of what it stands on.
const query = `
with recursive tables as (
  select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and c.oid >= 16384
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
), ground (root, oid, modifier) as (
  select distinct a.atttypid, a.atttypid, -1 from pg_attribute a join tables on tables.oid = a.attrelid where a.attnum > 0
  union all
  select g.root, case when t.typtype = 'd' then t.typbasetype else t.typelem end,
    case when t.typtype = 'd' then t.typtypmod else g.modifier end
  from ground g join pg_type t on t.oid = g.oid
  where t.typtype = 'd' or (t.typcategory = 'A' and t.typelem <> 0)
), base as (
  select g.root, t.oid, t.typname, g.modifier, exists (
    select from ground h join pg_type u on u.oid = h.oid where h.root = g.root and u.typcategory = 'A') as array
  from ground g join pg_type t on t.oid = g.oid
  where t.typtype <> 'd' and not (t.typcategory = 'A' and t.typelem <> 0)
)
select t.oid::text as oid, t.nspname as schema, t.relname as table,
  (select json_agg(json_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'base', b.typname, 'array', b.array,
      'element', format_type(b.oid, case when a.atttypmod >= 0 then a.atttypmod else b.modifier end),
      'labels', (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = b.oid),
      'required', a.attnotnull or y.typnotnull, 'hasDefault', a.atthasdef,
      'counts', a.attidentity <> '' or pg_get_serial_sequence(quote_ident(t.nspname) || '.' || quote_ident(t.relname), a.attname) is not null
    ) order by a.attnum)
    from pg_attribute a join base b on b.root = a.atttypid join pg_type y on y.oid = a.atttypid
    where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  (select json_agg(json_build_object('columns', ${names('k.conkey', 'k.conrelid')},
      'target', (select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = k.confrelid),
      'targetColumns', ${names('k.confkey', 'k.confrelid')}) order by k.conname)
    from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0) as keys,
  (select json_agg(pg_get_expr(k.conbin, k.conrelid) order by k.conname)
    from pg_constraint k where k.conrelid = t.oid and k.contype = 'c') as checks,
  (select json_agg(json_build_object('key', pg_get_partkeydef(i.inhparent), 'bound', pg_get_expr(c.relpartbound, c.oid)))
    from (
      select p.relid from pg_partition_tree(t.oid) p join pg_class c on c.oid = p.relid
      where p.isleaf and p.level > 0
      order by pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT', p.level, p.relid::oid limit 1
    ) leaf cross join lateral pg_partition_ancestors(leaf.relid) a
    join pg_class c on c.oid = a.relid join pg_inherits i on i.inhrelid = c.oid) as spread,
  (select json_agg(regexp_replace(pg_get_expr(k.conbin, 0), '\\mVALUE\\M', quote_ident(a.attname), 'g') order by a.attnum, k.conname)
    from pg_attribute a join ground g on g.root = a.atttypid join pg_constraint k on k.contypid = g.oid and k.contype = 'c'
    where a.attrelid = t.oid and not a.attisdropped) as values
from tables t order by 2, 3`
