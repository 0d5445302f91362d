import { schemaKey } from '../schema.ts'
import { table } from '../table.ts'
import { policies } from './policies.ts'
import { first, more, notOfExtension, parametersIn, source, userSchema } from './source.ts'

interface TableRow {
  readonly oid: number
  readonly schema: string
  readonly name: string
  readonly rls: boolean
  readonly forceRls: boolean
  readonly unlogged: boolean
  readonly options: readonly string[] | null
  readonly more: readonly string[]
}

/** Tables. One with policies needs nobody to have asked for row level security itself. */
export const tables = source<TableRow>({
  query: () => `
    select c.oid, n.nspname::text as schema, c.relname::text as name, c.relrowsecurity as rls,
      c.relforcerowsecurity as "forceRls", c.relpersistence = 'u' as unlogged,
      c.reloptions || array(select 'toast.' || o from unnest(s.reloptions) o) as options,
      ${more(
        [`c.relkind = 'p'`, `'PARTITION BY ' || pg_get_partkeydef(c.oid)`],
        [`exists (select from pg_inherits i where i.inhrelid = c.oid)`, `'INHERITS'`],
        ['c.reloftype <> 0', `'OF ' || c.reloftype::regtype`],
        [`c.relreplident in ('f', 'i')`, `'REPLICA IDENTITY'`],
        [`m.amname <> 'heap'`, `'USING ' || m.amname`],
        ['c.reltablespace <> 0', `'TABLESPACE'`],
      )}
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am m on m.oid = c.relam
    left join pg_class s on s.oid = c.reltoastrelid
    where c.relkind in ('r', 'p') and not c.relispartition and c.oid >= ${first}
      and ${userSchema} and ${notOfExtension('pg_class', 'c.oid')}`,
  find(rows, catalog) {
    const guarded = new Set(catalog.rows(policies).map((row) => row.table))
    return rows.map(({ oid, schema, name, rls, forceRls, unlogged, options, more }) => {
      const attrs = { rls, rlsDeclared: rls && !guarded.has(oid), forceRls, unlogged, with: parametersIn(options) }
      return { object: table.make({ schema, name }, attrs, schemaKey(schema)), more, at: `pg_class ${oid}` }
    })
  },
})
