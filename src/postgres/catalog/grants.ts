import { keyOf, type Obj } from '../../schema/object.ts'
import { column } from '../column.ts'
import { type GrantAttrs, grant, subjects } from '../grant.ts'
import { sequence } from '../sequence.ts'
import { type RightsRow, rightsBy, rightsIn } from './rights.ts'
import { sequences } from './sequences.ts'
import { type Address, type Catalog, type Found, first, source, told } from './source.ts'

interface GrantRow extends RightsRow {
  readonly at: Address
  /** `table public.users` */
  readonly what: string
}

/** Where rights lie. What everybody may do in `public` differs by version. */
const places = (version: number) => `
      select 'pg_class'::regclass, oid, 0, case relkind when 'S' then 's' else 'r' end, relowner, relacl, null::text[]
        from pg_class
      union all
      select 'pg_class'::regclass, c.oid, a.attnum, 'c', c.relowner, a.attacl, null
        from pg_attribute a join pg_class c on c.oid = a.attrelid where not a.attisdropped
      union all
      select 'pg_namespace'::regclass, oid, 0, 'n', nspowner, nspacl,
        case when nspname = 'public' then array[${version < 150000 ? `'create', ` : ''}'usage'] end
        from pg_namespace
      union all
      select 'pg_proc'::regclass, oid, 0, 'f', proowner, proacl, array['execute'] from pg_proc
      union all
      select 'pg_type'::regclass, oid, 0, 'T', typowner, typacl, array['usage'] from pg_type`

/** What others than the owner may do with what is read. */
export const grants = source<GrantRow>({
  query: (version) => `
    with p (catalog, oid, sub, letter, owner, acl, given) as (${places(version)}
    )
    select p.catalog || ' ' || p.oid || case when p.sub > 0 then '.' || p.sub else '' end as at,
      i.type || ' ' || i.identity as what,
      ${rightsIn({ acl: 'p.acl', owner: 'p.owner', letter: 'p.letter::"char"', given: 'p.given' }, version)}
    from p cross join lateral pg_identify_object(p.catalog, p.oid, p.sub) i
    where p.acl is not null and (p.oid >= ${first} or p.catalog = 'pg_namespace'::regclass and p.oid = 2200)`,
  find: (rows, catalog) => rows.flatMap((row) => found(row, catalog)),
})

function found(row: GrantRow, catalog: Catalog): readonly Found[] {
  const on = targetAt(row.at, catalog)
  const tell = (more: readonly string[]) => told(grant.name, `on ${row.what}`, more)
  if (on) {
    const objects = Array.from(rightsBy(row, subjects[on.of]!), ([to, rights]) =>
      grant.make({ ...on.object.id, of: on.of, to }, { ...rights, generator: on.generator }, keyOf(on.object)),
    )
    return [...objects.map((object) => ({ object, more: [] })), ...tell(row.more)]
  }
  // A column of a view is no object, though the view is. Of what is not known at all, it is enough to be told of that.
  if (!catalog.at(row.at.split('.')[0] as Address)) return []
  return tell([...row.items.map(({ to, privilege }) => `${privilege} to ${to}`), ...row.more])
}

interface Target extends Pick<GrantAttrs, 'generator'> {
  readonly object: Obj
  readonly of: string
}

/** The sequence of a serial or identity column is a part of that column. */
function targetAt(at: Address, catalog: Catalog): Target | undefined {
  const object = catalog.at(at)
  if (object) return { object, of: object.kind, generator: null }
  const counter = catalog.rows(sequences).find(({ oid }) => at === `pg_class ${oid}`)
  const owner = catalog.at(`pg_class ${counter?.table ?? 0}.${counter?.column ?? 0}`)
  if (!counter || !column.is(owner)) return undefined
  return { object: owner, of: sequence.name, generator: counter.owned === 'i' ? 'identity' : 'serial' }
}
