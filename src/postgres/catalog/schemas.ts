import { schema } from '../schema.ts'
import { first, notOfExtension, type Oid, source, userSchema } from './source.ts'

interface SchemaRow {
  readonly oid: Oid
  readonly name: string
}

export const schemas = source<SchemaRow>({
  query: () => `
    select n.oid, n.nspname::text as name from pg_namespace n
    where ${userSchema} and (n.oid = 2200 or n.oid >= ${first} and ${notOfExtension('pg_namespace', 'n.oid')})`,
  find: (rows) =>
    rows.map(({ oid, name }) => ({ object: schema.make({ name }, {}), more: [], at: `pg_namespace ${oid}` })),
})
