import { composite } from '../composite.ts'
import { schemaKey } from '../schema.ts'
import { collationOf, collationText, first, notOfExtension, type Oid, source, userSchema } from './source.ts'
import { type TypeRow, typeColumns, typed, typeJoins } from './type.ts'

interface AttributeRow extends TypeRow {
  readonly name: string
  readonly collation: readonly [schema: string, name: string] | null
}

interface CompositeRow {
  readonly oid: Oid
  readonly schema: string
  readonly name: string
  readonly attributes: readonly AttributeRow[]
}

/** Composite types that no table brings. */
export const composites = source<CompositeRow>({
  query: () => `
    select y.oid, n.nspname::text as schema, y.typname::text as name,
      (select coalesce(json_agg(x order by x.number), '[]') from (
        select a.attnum as number, a.attname as name, ${typeColumns('t', 'a.atttypmod')},
          case when a.attcollation <> t.typcollation then ${collationOf('a.attcollation')} end as collation
        from pg_attribute a join pg_type t on t.oid = a.atttypid ${typeJoins('t')}
        where a.attrelid = y.typrelid and a.attnum > 0 and not a.attisdropped) x) as attributes
    from pg_type y join pg_class c on c.oid = y.typrelid and c.relkind = 'c' join pg_namespace n on n.oid = y.typnamespace
    where y.oid >= ${first} and ${userSchema} and ${notOfExtension('pg_class', 'c.oid')}`,
  find: (rows) =>
    rows.map((row) => {
      const attributes = row.attributes.map((one) => ({
        name: one.name,
        ...typed(one),
        collation: collationText(one.collation),
      }))
      const refs = [...new Set(attributes.flatMap(({ of }) => of ?? []))]
      const object = composite.make({ schema: row.schema, name: row.name }, { attributes }, schemaKey(row.schema), refs)
      return { object, more: [], at: `pg_type ${row.oid}` }
    }),
})
