import { role } from '../role.ts'
import { first, more, type Oid, source } from './source.ts'

interface RoleRow {
  readonly oid: Oid
  readonly name: string
  readonly createDb: boolean
  readonly createRole: boolean
  readonly inherit: boolean
  readonly more: readonly string[]
}

/** The roles of the server. What they may log in with or belong to is not a migration's business. */
export const roles = source<RoleRow>({
  query: () => `
    select r.oid, r.rolname::text as name, r.rolcreatedb as "createDb", r.rolcreaterole as "createRole",
      r.rolinherit as inherit, ${more(['r.rolsuper', `'SUPERUSER'`], ['r.rolbypassrls', `'BYPASSRLS'`])}
    from pg_roles r where r.oid >= ${first}`,
  find: (rows) =>
    rows.map(({ oid, name, more, createDb, createRole, inherit }) => ({
      object: role.make({ name }, { createDb, createRole, inherit }),
      more,
      at: `pg_authid ${oid}`,
    })),
})
