import { schemaKey } from '../schema.ts'
import { table } from '../table.ts'
import { policies } from './policies.ts'
import { first, more, notOfExtension, source, userSchema } from './source.ts'

interface TableRow {
  readonly oid: number
  readonly schema: string
  readonly name: string
  readonly rls: boolean
  readonly more: readonly string[]
}

/** Tables. One with policies needs nobody to have asked for row level security itself. */
export const tables = source<TableRow>({
  query: () => `
    select c.oid, n.nspname::text as schema, c.relname::text as name, c.relrowsecurity as rls,
      ${more(
        [`c.relkind = 'p'`, `'PARTITION BY ' || pg_get_partkeydef(c.oid)`],
        [`exists (select from pg_inherits i where i.inhrelid = c.oid)`, `'INHERITS'`],
        ['c.reloftype <> 0', `'OF ' || c.reloftype::regtype`],
        [`c.relpersistence = 'u'`, `'UNLOGGED'`],
        ['c.relforcerowsecurity', `'FORCE ROW LEVEL SECURITY'`],
        [`c.relreplident in ('f', 'i')`, `'REPLICA IDENTITY'`],
        ['c.reloptions is not null', `'WITH (' || array_to_string(c.reloptions, ', ') || ')'`],
        [`m.amname <> 'heap'`, `'USING ' || m.amname`],
        ['c.reltablespace <> 0', `'TABLESPACE'`],
        ['c.relacl is not null', `'GRANT'`],
      )}
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am m on m.oid = c.relam
    where c.relkind in ('r', 'p') and not c.relispartition and c.oid >= ${first}
      and ${userSchema} and ${notOfExtension('pg_class', 'c.oid')}`,
  find(rows, catalog) {
    const guarded = new Set(catalog.rows(policies).map((row) => row.table))
    return rows.map(({ oid, schema, name, rls, more }) => ({
      object: table.make({ schema, name }, { rls, rlsDeclared: rls && !guarded.has(oid) }, schemaKey(schema)),
      more,
      at: `pg_class ${oid}`,
    }))
  },
})
