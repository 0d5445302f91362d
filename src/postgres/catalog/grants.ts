import { keyOf, type Obj } from '../../schema/object.ts'
import { column } from '../column.ts'
import { type GrantAttrs, grant, subjects } from '../grant.ts'
import { everybody, spelled } from '../rights.ts'
import { sequence } from '../sequence.ts'
import { sequences } from './sequences.ts'
import { type Address, type Catalog, type Found, first, source } from './source.ts'

interface GrantRow {
  readonly at: Address
  /** `table public.users` */
  readonly what: string
  /** What the owner let others do. */
  readonly items: readonly Item[]
  /** What everybody may do with such a thing when it is new. */
  readonly given: readonly string[]
  readonly version: number
  /** What no object says. */
  readonly more: readonly string[]
}

interface Item {
  readonly to: string
  readonly privilege: string
  readonly grantable: boolean
}

/** Where rights lie, with the letter that `acldefault` knows them by. What everybody may do in `public` differs by version. */
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

/**
 * What others than the owner may do. A grant has its owner for its grantor, even where a superuser made it; what
 * somebody passed on, and what an owner may no longer do, is told. MAINTAIN came with 17: older tables lack it.
 */
export const grants = source<GrantRow>({
  query: (version) => `
    with place (catalog, oid, sub, letter, owner, acl, given) as (${places(version)}
    )
    select ${version} as version, p.catalog || ' ' || p.oid || case when p.sub > 0 then '.' || p.sub else '' end as at,
      i.type || ' ' || i.identity as what, r.items, coalesce(p.given, '{}') as given, r.more
    from place p cross join lateral pg_identify_object(p.catalog, p.oid, p.sub) i
    cross join lateral (
      select
        coalesce(json_agg(json_build_object('to', e.role, 'privilege', e.privilege, 'grantable', e.grantable))
          filter (where e.grantor = p.owner and e.grantee <> p.owner), '[]') as items,
        array_agg(e.privilege || ' to ' || e.role || ', granted by ' || e.grantor::regrole) filter (where e.grantor <> p.owner)
          || array(
            select lower(d.privilege_type) || ' revoked from the owner'
            from aclexplode(acldefault(p.letter::"char", p.owner)) d
            where d.grantee = p.owner and d.privilege_type <> 'MAINTAIN' and not exists (
              select from aclexplode(p.acl) a where a.grantee = p.owner and a.privilege_type = d.privilege_type)) as more
      from (
        select a.grantee, a.grantor, coalesce(r.rolname, '${everybody}') as role,
          lower(a.privilege_type) as privilege, a.is_grantable as grantable
        from aclexplode(p.acl) a left join pg_roles r on r.oid = a.grantee
      ) e
    ) r
    where p.acl is not null and (p.oid >= ${first} or p.catalog = 'pg_namespace'::regclass and p.oid = 2200)`,
  find: (rows, catalog) => rows.flatMap((row) => found(row, catalog)),
})

function found({ at, what, items, given, more, version }: GrantRow, catalog: Catalog): readonly Found[] {
  const on = targetAt(at, catalog)
  const told = (says: readonly string[]): readonly Found[] =>
    says.length
      ? [{ object: { kind: 'grant', id: { what: `on ${what}` }, attrs: {}, refs: [] }, more: says, absent: true }]
      : []
  // Of what is not known itself it is enough to be told of that; a column of a view is no object, though the view is.
  if (!on)
    return catalog.at(at.split('.')[0] as Address)
      ? told([...items.map(({ to, privilege }) => `${privilege} to ${to}`), ...more])
      : []
  const subject = subjects[on.of]!
  const roles = new Set([...(given.length ? [everybody] : []), ...items.map(({ to }) => to)])
  const objects = [...roles].flatMap((to): readonly Found[] => {
    const own = items.filter((item) => item.to === to)
    const privileges = spelled(
      own.map(({ privilege }) => privilege),
      subject,
      version,
    )
    const grantable = spelled(
      own.flatMap((item) => (item.grantable ? [item.privilege] : [])),
      subject,
      version,
    )
    if (to === everybody && grantable.length === 0 && privileges.join() === given.join()) return []
    const id = { ...on.object.id, of: on.of, to }
    return [{ object: grant.make(id, { privileges, grantable, generator: on.generator }, keyOf(on.object)), more: [] }]
  })
  return [...objects, ...told(more)]
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
