import { keyOf } from '../../schema/object.ts'
import type { Deferrable } from '../deferrable.ts'
import { exclusion } from '../exclusion.ts'
import { table } from '../table.ts'
import { type PartRow, partsOf, readPart } from './index-parts.ts'
import { first, more, type Oid, source } from './source.ts'

interface ExclusionRow {
  readonly oid: Oid
  readonly table: Oid
  readonly name: string
  readonly method: string
  readonly parts: readonly PartRow[]
  readonly include: readonly number[]
  readonly predicate: string | null
  readonly deferrable: Deferrable
  readonly more: readonly string[]
}

const operator = `, 'operator', (
            select case when n.nspname = 'pg_catalog' then o.oprname else format('OPERATOR(%I.%s)', n.nspname, o.oprname) end
            from pg_operator o join pg_namespace n on n.oid = o.oprnamespace where o.oid = k.conexclop[a.place])`

/** Exclusion constraints. */
export const exclusions = source<ExclusionRow>({
  query: () => `
    select k.oid, k.conrelid as table, k.conname::text as name, m.amname::text as method, p.parts,
      (i.indkey::int4[])[i.indnkeyatts:] as include, pg_get_expr(i.indpred, i.indrelid) as predicate,
      case when k.condeferred then 'deferred' when k.condeferrable then 'immediate' end as deferrable,
      ${more(
        ['p.tuned', `'operator class parameters'`],
        ['i.indisclustered', `'CLUSTER'`],
        ['c.reloptions is not null', `'WITH (' || array_to_string(c.reloptions, ', ') || ')'`],
        ['c.reltablespace <> 0', `'TABLESPACE'`],
      )}
    from pg_constraint k join pg_index i on i.indexrelid = k.conindid join pg_class c on c.oid = i.indexrelid
    join pg_class r on r.oid = i.indrelid join pg_am m on m.oid = c.relam cross join lateral ${partsOf(operator)}
    where k.contype = 'x' and k.conrelid >= ${first} and k.conparentid = 0`,
  find: (rows, catalog) =>
    rows.flatMap((row) => {
      const on = catalog.at(`pg_class ${row.table}`)
      if (!table.is(on)) return []
      const elements = row.parts.map((part) => {
        const { asc: _asc, nulls: _nulls, ...rest } = readPart(part, row.table, catalog)
        return { ...rest, operator: part.operator }
      })
      const include = catalog.columns(row.table, row.include)
      const { method, deferrable, predicate: where } = row
      const refs = [...new Set([...elements.flatMap(({ column }) => column ?? []), ...include])]
      const id = { schema: on.id.schema, table: on.id.name, name: row.name }
      const object = exclusion.make(id, { method, elements, include, where, deferrable }, keyOf(on), refs)
      return [{ object, more: row.more, at: `pg_constraint ${row.oid}` as const }]
    }),
})
