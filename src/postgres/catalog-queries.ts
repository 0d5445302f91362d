/*
 * The whole catalog in ten queries, none per table. Each row may carry `more`: what a `Schema` cannot say of it, as SQL
 * words, so that it is reported and not passed over. Columns and relations are joined by number in `catalog.ts`;
 * what belongs to an extension is left out, as `never ours`.
 */

export interface SchemaRow {
  readonly name: string
  readonly more: readonly string[]
}

export interface EnumRow {
  readonly oid: number
  readonly schema: string
  readonly name: string
  readonly labels: readonly string[]
  readonly more: readonly string[]
}

export interface TableRow {
  readonly oid: number
  readonly schema: string
  readonly name: string
  readonly rls: boolean
  readonly more: readonly string[]
}

export interface SequenceRow {
  readonly schema: string
  readonly name: string
  readonly type: string
  readonly start: string
  readonly increment: string
  readonly min: string
  readonly max: string
  readonly cache: string
  readonly cycle: boolean
  /** The default of a serial column: how this server spells the call. */
  readonly nextval: string
  /** `a`: of a serial column or by OWNED BY, `i`: of an identity. */
  readonly owned: 'a' | 'i' | null
  readonly table: number | null
  readonly column: number | null
  readonly more: readonly string[]
}

export interface ColumnRow {
  readonly table: number
  readonly number: number
  readonly name: string
  readonly type: string
  /** Of an array the element's type. */
  readonly element: number
  readonly array: boolean
  readonly notNull: boolean
  readonly expression: string | null
  readonly generated: '' | 's' | 'v'
  readonly identity: '' | 'a' | 'd'
  readonly more: readonly string[]
}

export interface ConstraintRow {
  readonly table: number
  readonly name: string
  readonly type: 'p' | 'u' | 'c' | 'f' | 'x' | 'n'
  readonly columns: readonly number[] | null
  readonly target: number
  readonly targetColumns: readonly number[] | null
  readonly onDelete: string
  readonly onUpdate: string
  readonly expression: string | null
  readonly nullsNotDistinct: boolean
  /** What to call it where it is no object. */
  readonly definition: string | null
  readonly more: readonly string[]
}

export interface IndexRow {
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

export interface PolicyRow {
  readonly table: number
  readonly name: string
  readonly command: string
  readonly permissive: boolean
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
}

export interface OtherRow {
  readonly what: string
}

/** Kinds of objects that a `Schema` has no place for: where they are, and which of their rows are meant. */
const others: readonly (readonly [catalog: string, where?: string])[] = [
  ['pg_class', `relkind in ('v', 'm', 'f') or relispartition and relkind in ('r', 'p')`],
  ['pg_type', `typtype <> 'e'`],
  ['pg_trigger', 'tgparentid = 0 and not tgisinternal'],
  ...[
    ...['proc', 'rewrite', 'extension', 'event_trigger', 'publication', 'statistic_ext', 'collation', 'conversion'],
    ...['operator', 'opclass', 'opfamily', 'cast', 'transform', 'language', 'am', 'default_acl', 'ts_config'],
    ...['ts_dict', 'ts_parser', 'ts_template', 'foreign_data_wrapper', 'foreign_server'],
  ].map((name) => [`pg_${name}`] as const),
]

/** Objects from initdb have lower numbers (FirstNormalObjectId). */
const first = 16384

const notOfExtension = (catalog: string, oid: string) => `not exists (
    select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

const userSchema = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

const more = (...cases: readonly (readonly [when: string, then: string])[]) =>
  `array_remove(array[${cases.map(([when, then]) => `case when ${when} then ${then} end`).join(', ')}], null)::text[] as more`

/** The queries for a server of this version (`server_version_num`), 14 to 18. */
export const catalogQueries = (version: number) => ({
  // Who may do what in `public` differs from server to server, and so does the comment on it: nobody asked for them.
  schemas: `
    select n.nspname::text as name, ${more([`n.nspacl is not null and n.nspname <> 'public'`, `'GRANT'`])}
    from pg_namespace n
    where ${userSchema} and (n.oid = 2200 or n.oid >= ${first} and ${notOfExtension('pg_namespace', 'n.oid')})`,

  enums: `
    select t.oid, n.nspname::text as schema, t.typname::text as name,
      array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder) as labels,
      ${more(['t.typacl is not null', `'GRANT'`])}
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where t.typtype = 'e' and t.oid >= ${first} and ${userSchema} and ${notOfExtension('pg_type', 't.oid')}`,

  tables: `
    select c.oid, n.nspname::text as schema, c.relname::text as name, c.relrowsecurity as rls,
      ${more(
        [`c.relkind = 'p'`, `'PARTITION BY ' || pg_get_partkeydef(c.oid)`],
        [`exists (select from pg_inherits i where i.inhrelid = c.oid)`, `'INHERITS'`],
        ['c.reloftype <> 0', `'OF ' || c.reloftype::regtype`],
        [`c.relpersistence = 'u'`, `'UNLOGGED'`],
        ['c.relforcerowsecurity', `'FORCE ROW LEVEL SECURITY'`],
        [`c.relreplident in ('f', 'i')`, `'REPLICA IDENTITY'`],
        ['c.reloptions is not null', `'WITH (' || array_to_string(c.reloptions, ', ') || ')'`],
        [`m.amname <> 'heap'`, `'USING ' || m.amname`],
        ['c.reltablespace <> 0', `'TABLESPACE'`],
        ['c.relacl is not null', `'GRANT'`],
      )}
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am m on m.oid = c.relam
    where c.relkind in ('r', 'p') and not c.relispartition and c.oid >= ${first}
      and ${userSchema} and ${notOfExtension('pg_class', 'c.oid')}`,

  sequences: `
    select n.nspname::text as schema, c.relname::text as name, format_type(q.seqtypid, null) as type,
      q.seqstart::text as start, q.seqincrement::text as increment, q.seqmin::text as min, q.seqmax::text as max,
      q.seqcache::text as cache, q.seqcycle as cycle,
      format('nextval(''%s''::regclass)', replace(format('%I.%I', n.nspname, c.relname), '''', '''''')) as nextval,
      o.deptype::text as owned, o.refobjid as table, o.refobjsubid as column,
      ${more([`c.relpersistence = 'u'`, `'UNLOGGED'`], ['c.relacl is not null', `'GRANT'`])}
    from pg_sequence q join pg_class c on c.oid = q.seqrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_depend o on o.classid = 'pg_class'::regclass and o.objid = c.oid and o.objsubid = 0
      and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype in ('a', 'i')
    where c.oid >= ${first} and ${userSchema} and ${notOfExtension('pg_class', 'c.oid')}`,

  // A type of an extension is named without its schema: which one that is, is the installation's business.
  columns: `
    select a.attrelid as table, a.attnum::int4 as number, a.attname::text as name,
      case when b.oid >= ${first} and bn.nspname <> 'pg_catalog' and not ${notOfExtension('pg_type', 'b.oid')}
        then substr(format_type(a.atttypid, a.atttypmod), length(quote_ident(bn.nspname)) + 2)
        else format_type(a.atttypid, a.atttypmod) end as type,
      b.oid as element, b.oid <> t.oid as array, a.attnotnull as "notNull",
      pg_get_expr(d.adbin, d.adrelid) as expression, a.attgenerated::text as generated, a.attidentity::text as identity,
      ${more(
        [`a.attgenerated = 'v'`, `'GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') VIRTUAL'`],
        [
          'a.attcollation <> t.typcollation',
          `'COLLATE ' || (select format('%I.%I', cn.nspname, o.collname) from pg_collation o join pg_namespace cn on cn.oid = o.collnamespace where o.oid = a.attcollation)`,
        ],
        ['a.attstorage <> t.typstorage', `'STORAGE'`],
        [`a.attcompression <> ''`, `'COMPRESSION'`],
        ['a.attstattarget >= 0', `'STATISTICS'`],
        ['a.attoptions is not null', `'SET (' || array_to_string(a.attoptions, ', ') || ')'`],
        ['a.attacl is not null', `'GRANT'`],
      )}
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    join pg_type b on b.oid = case when t.typcategory = 'A' and t.typelem <> 0 then t.typelem else t.oid end
    join pg_namespace bn on bn.oid = b.typnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and c.oid >= ${first}
    order by a.attrelid, a.attnum`,

  // 18 lists NOT NULL as constraints ('n'): of them only one that does not hold for all rows is news.
  constraints: `
    select c.conrelid as table, c.conname::text as name, c.contype::text as type, c.conkey::int4[] as columns,
      c.confrelid as target, c.confkey::int4[] as "targetColumns", c.confdeltype::text as "onDelete",
      c.confupdtype::text as "onUpdate", pg_get_expr(c.conbin, c.conrelid) as expression,
      ${version >= 150000 ? 'coalesce(i.indnullsnotdistinct, false)' : 'false'} as "nullsNotDistinct",
      case when c.contype in ('x', 'n') then pg_get_constraintdef(c.oid)
        when c.contype = 'f' then 'REFERENCES ' || c.confrelid::regclass end as definition,
      ${more(
        ['c.condeferrable', `'DEFERRABLE'`],
        ['c.condeferred', `'INITIALLY DEFERRED'`],
        ['not c.convalidated', `'NOT VALID'`],
        [`c.confmatchtype = 'f'`, `'MATCH FULL'`],
        [`c.connoinherit and c.contype in ('c', 'n')`, `'NO INHERIT'`],
        ['i.indnatts > i.indnkeyatts', `'INCLUDE'`],
        ['i.indisclustered', `'CLUSTER'`],
        ['x.reloptions is not null', `'WITH (' || array_to_string(x.reloptions, ', ') || ')'`],
        ['x.reltablespace <> 0', `'TABLESPACE'`],
        ...(version >= 150000 ? [['c.confdelsetcols is not null', `'ON DELETE SET (columns)'`] as const] : []),
        ...(version >= 180000
          ? ([
              ['not c.conenforced', `'NOT ENFORCED'`],
              ['c.conperiod', `'WITHOUT OVERLAPS'`],
            ] as const)
          : []),
      )}
    from pg_constraint c
    left join pg_index i on i.indexrelid = c.conindid and c.contype in ('p', 'u', 'x')
    left join pg_class x on x.oid = i.indexrelid
    where c.conrelid >= ${first} and c.conparentid = 0 and c.contype in ('p', 'u', 'c', 'f', 'x', 'n')
      and (c.contype <> 'n' or not c.convalidated or c.connoinherit)`,

  indexes: `
    select i.indrelid as table, c.relname::text as name, m.amname::text as method, i.indisunique as unique,
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

  policies: `
    select p.polrelid as table, p.polname::text as name, p.polcmd::text as command, p.polpermissive as permissive,
      array(select coalesce(r.rolname, 'public')::text from unnest(p.polroles) o left join pg_roles r on r.oid = o) as roles,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p`,

  // 'i': made with something else and gone with it, such as the row type of a table or the rule of a view.
  others: `
    with o (catalog, oid) as (
      ${others.map(([catalog, where]) => `select '${catalog}'::regclass, oid from ${catalog} where oid >= ${first}${where ? ` and (${where})` : ''}`).join(' union all\n      ')}
      union all
      select 'pg_class'::regclass, i.indexrelid from pg_index i join pg_class c on c.oid = i.indrelid and c.relkind = 'm'
    )
    select i.type || ' ' || i.identity as what
    from o cross join lateral pg_identify_object(o.catalog, o.oid, 0) i
    where i.identity is not null and (i.schema is null or i.schema !~ '^pg_') and not exists (
      select from pg_depend d where d.classid = o.catalog and d.objid = o.oid and d.deptype in ('e', 'i'))
    union all
    select 'comment on ' || i.type || ' ' || i.identity
    from pg_description c cross join lateral pg_identify_object(c.classoid, c.objoid, c.objsubid) i
    where c.objoid >= ${first} and i.identity is not null and not exists (
      select from pg_depend d where d.classid = c.classoid and d.objid = c.objoid and d.deptype = 'e')
      and c.classoid <> 'pg_extension'::regclass and (i.type, i.identity) <> ('schema', 'public')`,
})
