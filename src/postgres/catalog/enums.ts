import { enumType } from '../enum.ts'
import { schemaKey } from '../schema.ts'
import { first, notOfExtension, type Oid, source, userSchema } from './source.ts'

interface EnumRow {
  readonly oid: Oid
  readonly schema: string
  readonly name: string
  readonly labels: readonly string[]
}

/** Enumerated types. */
export const enums = source<EnumRow>({
  query: () => `
    select t.oid, n.nspname::text as schema, t.typname::text as name,
      array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder) as labels
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where t.typtype = 'e' and t.oid >= ${first} and ${userSchema} and ${notOfExtension('pg_type', 't.oid')}`,
  find: (rows) =>
    rows.map(({ oid, schema, name, labels }) => ({
      object: enumType.make({ schema, name }, { values: labels }, schemaKey(schema)),
      more: [],
      at: `pg_type ${oid}`,
    })),
})
