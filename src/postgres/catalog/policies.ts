import { keyOf, type Obj } from '../../schema/object.ts'
import { type PolicyAttrs, policyTo } from '../policy.ts'
import { table } from '../table.ts'
import { type Found, type Oid, source } from './source.ts'

interface PolicyRow {
  readonly oid: Oid
  readonly table: Oid
  readonly name: string
  readonly command: string
  readonly permissive: boolean
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
}

/** Policies of the tables that are read. */
export const policies = source<PolicyRow>({
  query: () => `
    select p.oid, p.polrelid as table, p.polname::text as name, p.polcmd::text as command, p.polpermissive as permissive,
      array(select coalesce(r.rolname, 'public')::text from unnest(p.polroles) o left join pg_roles r on r.oid = o) as roles,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p`,
  find: (rows, catalog) =>
    rows.flatMap((row) => {
      const on = catalog.at(`pg_class ${row.table}`)
      return table.is(on) ? [found(row, on)] : []
    }),
})

const commands: Readonly<Record<string, PolicyAttrs['for']>> = {
  '*': 'all',
  r: 'select',
  a: 'insert',
  w: 'update',
  d: 'delete',
}

function found(row: PolicyRow, on: Obj): Found {
  const attrs = {
    as: row.permissive ? ('permissive' as const) : ('restrictive' as const),
    for: commands[row.command]!,
    using: row.using,
    withCheck: row.check,
  }
  const id = { schema: on.id.schema!, table: on.id.name!, name: row.name }
  return { object: policyTo(row.roles, id, attrs, keyOf(on)), more: [], at: `pg_policy ${row.oid}` }
}
