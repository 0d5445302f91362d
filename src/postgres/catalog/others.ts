import { type Address, first, source } from './source.ts'

interface OtherRow {
  readonly at: Address
  readonly what: string
}

/** Where objects lie that a source may or may not read, and which of the rows there are meant. */
const places: readonly (readonly [catalog: string, where?: string])[] = [
  ['pg_class', `relkind in ('v', 'm', 'f') or relispartition and relkind in ('r', 'p')`],
  ['pg_type', `typtype <> 'e'`],
  ['pg_trigger', 'tgparentid = 0 and not tgisinternal'],
  ...[
    ...['proc', 'rewrite', 'extension', 'event_trigger', 'publication', 'statistic_ext', 'collation', 'conversion'],
    ...['operator', 'opclass', 'opfamily', 'cast', 'transform', 'language', 'am', 'default_acl', 'ts_config'],
    ...['ts_dict', 'ts_parser', 'ts_template', 'foreign_data_wrapper', 'foreign_server'],
  ].map((name) => [`pg_${name}`] as const),
]

/**
 * All that lies in these catalogs: what no source has found is told by name. 'i': made with something else and gone with
 * it, such as the row type of a table or the rule of a view.
 */
export const others = source<OtherRow>({
  query: () => `
    with o (catalog, oid) as (
      ${places.map(([catalog, where]) => `select '${catalog}'::regclass, oid from ${catalog} where oid >= ${first}${where ? ` and (${where})` : ''}`).join(' union all\n      ')}
      union all
      select 'pg_class'::regclass, i.indexrelid from pg_index i join pg_class c on c.oid = i.indrelid and c.relkind = 'm'
    )
    select o.catalog || ' ' || o.oid as at, i.type || ' ' || i.identity as what
    from o cross join lateral pg_identify_object(o.catalog, o.oid, 0) i
    where i.identity is not null and (i.schema is null or i.schema !~ '^pg_') and not exists (
      select from pg_depend d where d.classid = o.catalog and d.objid = o.oid and d.deptype in ('e', 'i'))
    union all
    select 'pg_description ' || c.classoid::oid || '.' || c.objoid || '.' || c.objsubid, 'comment on ' || i.type || ' ' || i.identity
    from pg_description c cross join lateral pg_identify_object(c.classoid, c.objoid, c.objsubid) i
    where c.objoid >= ${first} and i.identity is not null and not exists (
      select from pg_depend d where d.classid = c.classoid and d.objid = c.objoid and d.deptype = 'e')
      and c.classoid <> 'pg_extension'::regclass and (i.type, i.identity) <> ('schema', 'public')`,
  find: () => [],
})
