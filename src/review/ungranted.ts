import type { Connection } from '../dialect/connection.ts'
import type { Assumed } from '../proof/stand-ins.ts'

/** A policy for a role that may not do what the policy speaks of. */
export interface Ungranted {
  readonly schema: string
  readonly table: string
  readonly policy: string
  readonly role: string
  /** What it lacks on the table, and then on the schema: `['SELECT', 'USAGE']`. */
  readonly onTable: readonly string[]
  readonly onSchema: readonly string[]
}

/**
 * The policies whose role has no privilege for their command, as the database itself answers: with what it has through other
 * roles, through everybody, by default, or for some columns. A policy for all commands asks for one of them. Roles that only
 * stand in for others are left out: where they come from, they may have been granted anything.
 */
export async function readUngranted(connection: Connection, assumed: Assumed): Promise<readonly Ungranted[]> {
  const rows = await connection.query<{ [K in keyof Ungranted]: Ungranted[K] }>(`
    select schema, "table", policy, role, "onTable", "onSchema"
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
      cross join lateral unnest(p.polroles) as named (oid) join pg_roles r on r.oid = named.oid
      cross join lateral (
        select case p.polcmd when 'r' then array['SELECT'] when 'a' then array['INSERT'] when 'w' then array['UPDATE']
          when 'd' then array['DELETE'] else array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] end as commands
      ) asks
      cross join lateral (
        select n.nspname::text as schema, c.relname::text as "table", p.polname::text as policy, r.rolname::text as role,
          case when exists (
            select from unnest(asks.commands) as one (command)
            where has_table_privilege(r.oid, c.oid, command)
              or command <> 'DELETE' and has_any_column_privilege(r.oid, c.oid, command)
          ) then '{}'::text[] else asks.commands end as "onTable",
          case when has_schema_privilege(r.oid, n.oid, 'USAGE') then '{}'::text[] else array['USAGE'] end as "onSchema"
      ) lacks
    where cardinality("onTable") + cardinality("onSchema") > 0`)
  const standsIn = (role: string) =>
    assumed.has(`role ${role}`) || [...assumed.values()].some((sql) => sql.includes(`'${role}'`))
  return rows.filter(({ role }) => !standsIn(role))
}
