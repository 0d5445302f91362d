import { domain } from '../domain.ts'
import { schemaKey } from '../schema.ts'
import { collationOf, collationText, first, more, notOfExtension, type Oid, source, userSchema } from './source.ts'
import { type TypeRow, typeColumns, typed, typeJoins } from './type.ts'

interface DomainRow extends TypeRow {
  readonly oid: Oid
  readonly schema: string
  readonly name: string
  readonly collation: readonly [schema: string, name: string] | null
  readonly default: string | null
  readonly notNull: boolean
  /** By their names, the texts between the parentheses. */
  readonly checks: Readonly<Record<string, string>> | null
  readonly more: readonly string[]
}

/** Domains. One on another domain keeps DEFAULT NULL, which else says nothing and is not kept. */
export const domains = source<DomainRow>({
  query: () => `
    select y.oid, n.nspname::text as schema, y.typname::text as name, pg_get_expr(y.typdefaultbin, 0) as default,
      y.typnotnull as "notNull", k.checks, ${typeColumns('t', 'y.typtypmod')},
      case when y.typcollation <> t.typcollation then ${collationOf('y.typcollation')} end as collation,
      ${more(['k.unproven', `'CHECK … NOT VALID'`])}
    from pg_type y join pg_namespace n on n.oid = y.typnamespace
    join pg_type t on t.oid = y.typbasetype ${typeJoins('t')}
    cross join lateral (
      select json_object_agg(c.conname, pg_get_expr(c.conbin, 0)) as checks, bool_or(not c.convalidated) as unproven
      from pg_constraint c where c.contypid = y.oid and c.contype = 'c') k
    where y.typtype = 'd' and y.oid >= ${first} and ${userSchema} and ${notOfExtension('pg_type', 'y.oid')}`,
  find: (rows) =>
    rows.map((row) => {
      const { type, of } = typed(row)
      const attrs = {
        type,
        of,
        collation: collationText(row.collation),
        default: /^NULL(::|$)/.test(row.default ?? '') ? null : row.default,
        notNull: row.notNull,
        checks: row.checks ?? {},
      }
      const object = domain.make({ schema: row.schema, name: row.name }, attrs, schemaKey(row.schema), of ? [of] : [])
      return { object, more: row.more, at: `pg_type ${row.oid}` }
    }),
})
