import { range } from '../range.ts'
import { multirangeOf } from '../range-parts.ts'
import { schemaKey } from '../schema.ts'
import { collationOf, collationText, first, more, notOfExtension, type Oid, source, userSchema } from './source.ts'
import { type TypeRow, typeColumns, typed, typeJoins } from './type.ts'

interface RangeRow extends TypeRow {
  readonly oid: Oid
  readonly schema: string
  readonly name: string
  readonly collation: readonly [schema: string, name: string] | null
  readonly opclass: string | null
  readonly diff: string | null
  readonly multirange: string
  readonly more: readonly string[]
}

/** Range types, with their multiranges. */
export const ranges = source<RangeRow>({
  query: () => `
    select y.oid, n.nspname::text as schema, y.typname::text as name, ${typeColumns('t', '-1')},
      case when g.rngcollation <> t.typcollation then ${collationOf('g.rngcollation')} end as collation,
      case when not o.opcdefault then o.opcname::text end as opclass, nullif(g.rngsubdiff::oid, 0)::regproc::text as diff,
      m.typname::text as multirange, ${more(['g.rngcanonical::oid <> 0', `'CANONICAL'`])}
    from pg_range g join pg_type y on y.oid = g.rngtypid join pg_namespace n on n.oid = y.typnamespace
    join pg_type t on t.oid = g.rngsubtype ${typeJoins('t')}
    join pg_opclass o on o.oid = g.rngsubopc join pg_type m on m.oid = g.rngmultitypid
    where y.oid >= ${first} and ${userSchema} and ${notOfExtension('pg_type', 'y.oid')}`,
  find: (rows) =>
    rows.map((row) => {
      const { schema, name, opclass, diff, multirange } = row
      const attrs = {
        ...typed(row),
        collation: collationText(row.collation),
        opclass,
        diff,
        multirange: multirange === multirangeOf(name) ? null : multirange,
      }
      const object = range.make({ schema, name }, attrs, schemaKey(schema), attrs.of ? [attrs.of] : [])
      return { object, more: row.more, at: `pg_type ${row.oid}` }
    }),
})
