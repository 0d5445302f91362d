import { defaultPrivilege, defaultSubjects, migrating } from '../default-privilege.ts'
import { schemaKey } from '../schema.ts'
import { type RightsRow, rightsBy, rightsIn } from './rights.ts'
import { type Oid, source, told } from './source.ts'

interface DefaultPrivilegeRow extends RightsRow {
  readonly oid: Oid
  /** Null: for all of them. */
  readonly schema: string | null
  readonly role: string
  /** A letter of pg_default_acl. */
  readonly on: string
}

const words: Readonly<Record<string, string>> = {
  r: 'tables',
  S: 'sequences',
  f: 'functions',
  T: 'types',
  n: 'schemas',
}

/** For a schema there are only additions to what is set for all of them, which stands for all that a new thing has. */
export const defaultPrivileges = source<DefaultPrivilegeRow>({
  query: (version) => `
    select p.oid, n.nspname::text as schema, p.defaclobjtype::text as on,
      case when p.defaclrole = current_user::regrole then '${migrating}' else pg_get_userbyid(p.defaclrole)::text end as role,
      ${rightsIn(
        {
          acl: 'p.defaclacl',
          owner: 'p.defaclrole',
          letter: `case when n.oid is null then translate(p.defaclobjtype::text, 'S', 's') else 'c' end::"char"`,
          given: `case when n.oid is null then case p.defaclobjtype when 'f' then array['execute'] when 'T' then array['usage'] end end`,
        },
        version,
      )}
    from pg_default_acl p left join pg_namespace n on n.oid = p.defaclnamespace
    where p.defaclobjtype in ('${Object.keys(words).join(`', '`)}')`,
  find: (rows) =>
    rows.flatMap((row) => {
      const { oid, schema, role, on } = row
      const of = words[on]!
      const parent = schema === null ? undefined : schemaKey(schema)
      const objects = Array.from(rightsBy(row, defaultSubjects[of]!), ([to, rights]) => {
        const id = { ...(schema !== null && { schema }), role, on: of, to }
        return { object: defaultPrivilege.make(id, rights, parent), more: [], at: `pg_default_acl ${oid}` as const }
      })
      return [...objects, ...(objects.length ? told('default privilege', `of ${role} on ${of}`, row.more) : [])]
    }),
})
