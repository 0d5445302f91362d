import { schema } from '../schema.ts'
import { first, more, notOfExtension, source, userSchema } from './source.ts'

interface SchemaRow {
  readonly oid: number
  readonly name: string
  readonly more: readonly string[]
}

/** Who may do what in `public` differs from server to server, and so does the comment on it: nobody asked for them. */
export const schemas = source<SchemaRow>({
  query: () => `
    select n.oid, n.nspname::text as name, ${more([`n.nspacl is not null and n.nspname <> 'public'`, `'GRANT'`])}
    from pg_namespace n
    where ${userSchema} and (n.oid = 2200 or n.oid >= ${first} and ${notOfExtension('pg_namespace', 'n.oid')})`,
  find: (rows) =>
    rows.map(({ oid, name, more }) => ({ object: schema.make({ name }, {}), more, at: `pg_namespace ${oid}` })),
})
