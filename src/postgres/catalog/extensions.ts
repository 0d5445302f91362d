import { extension } from '../extension.ts'
import { schemaKey } from '../schema.ts'
import { first, type Oid, source } from './source.ts'

interface ExtensionRow {
  readonly oid: Oid
  readonly name: string
  readonly schema: string
  readonly version: string
}

/** Extensions that somebody made; `plpgsql` is in every database. */
export const extensions = source<ExtensionRow>({
  query: () => `
    select e.oid, e.extname::text as name, n.nspname::text as schema, e.extversion as version
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.oid >= ${first}`,
  find: (rows) =>
    rows.map(({ oid, name, schema, version }) => {
      const place = schemaKey(schema)
      return {
        object: extension.make({ name }, { schema: place, version }, undefined, [place]),
        more: [],
        at: `pg_extension ${oid}`,
      }
    }),
})
