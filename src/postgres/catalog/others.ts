import { trashSchema } from '../trash/trash.ts'
import { type Address, first, notOfExtension, source } from './source.ts'

interface OtherRow {
  readonly at: Address
  /** As pg_identify_object has them. */
  readonly kind: string
  readonly name: string
}

/** Catalogs, and which of their rows are objects that a source may or may not read. */
const places: readonly (readonly [catalog: string, rows?: string])[] = [
  // Sequences and indexes are read with what they belong to.
  ['pg_class', `pg_class where relkind in ('r', 'p', 'v', 'm', 'f')`],
  ['pg_trigger', 'pg_trigger where tgparentid = 0 and not tgisinternal'],
  // The rest of these two is not for everybody to read.
  ['pg_user_mapping', '(select umid as oid from pg_user_mappings) m'],
  [
    'pg_subscription',
    'pg_subscription where subdbid = (select oid from pg_database where datname = current_database())',
  ],
  // What somebody has added to a family of the server's own; all else goes with its class or family.
  ['pg_amop', `pg_amop a where amopfamily < ${first} and ${notOfExtension('pg_operator', 'a.amopopr')}`],
  ['pg_amproc', `pg_amproc a where amprocfamily < ${first} and ${notOfExtension('pg_proc', 'a.amproc')}`],
  ...[
    ...['type', 'proc', 'rewrite', 'extension', 'event_trigger', 'publication', 'statistic_ext', 'collation'],
    ...['conversion', 'operator', 'opclass', 'opfamily', 'cast', 'transform', 'language', 'am'],
    ...['default_acl', 'ts_config', 'ts_dict', 'ts_parser', 'ts_template', 'foreign_data_wrapper', 'foreign_server'],
  ].map((name) => [`pg_${name}`] as const),
]

/** Text about objects that lies beside them, by catalog. */
const remarks = { pg_description: 'comment', pg_seclabel: 'security label' } as const

/**
 * All that lies in these catalogs: what no source has found is told by name. 'i': made with something else and gone with
 * it, such as the row type of a table or the rule of a view.
 */
export const others = source<OtherRow>({
  query: () => `
    with o (catalog, oid) as (
      ${places.map(([catalog, rows = catalog]) => `select '${catalog}'::regclass, oid from ${rows}`).join(' union all\n      ')}
    )
    select o.catalog || ' ' || o.oid as at, i.type as kind, i.identity as name
    from o cross join lateral pg_identify_object(o.catalog, o.oid, 0) i
    where o.oid >= ${first} and i.identity is not null and (i.schema is null or i.schema !~ '^pg_' and i.schema <> '${trashSchema}') and not exists (
      select from pg_depend d where d.classid = o.catalog and d.objid = o.oid and d.deptype in ('e', 'i'))
    ${Object.entries(remarks)
      .map(
        ([catalog, word]) => `union all
    select '${catalog} ' || c.classoid::oid || '.' || c.objoid || '.' || c.objsubid, '${word}', 'on ' || i.type || ' ' || i.identity
    from ${catalog} c cross join lateral pg_identify_object(c.classoid, c.objoid, c.objsubid) i
    where c.objoid >= ${first} and i.identity is not null and i.schema is distinct from '${trashSchema}' and not exists (
      select from pg_depend d where d.classid = c.classoid and d.objid = c.objoid and d.deptype = 'e')
      and c.classoid <> 'pg_extension'::regclass and (i.type, i.identity) <> ('schema', 'public')`,
      )
      .join('\n    ')}`,
  find: () => [],
})
