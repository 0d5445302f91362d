import { keyOf, type Obj } from '../../schema/object.ts'
import { check } from '../check.ts'
import type { Deferrable } from '../deferrable.ts'
import { type Action, foreignKey } from '../foreign-key.ts'
import { impliedName } from '../implied-name.ts'
import { keyRefs } from '../key-constraint.ts'
import { primaryKey } from '../primary-key.ts'
import { table } from '../table.ts'
import { unique } from '../unique.ts'
import { type Catalog, type Found, first, more, type Oid, source } from './source.ts'

interface ConstraintRow {
  readonly oid: Oid
  readonly table: Oid
  readonly name: string
  readonly type: 'p' | 'u' | 'c' | 'f' | 'n'
  readonly columns: readonly number[] | null
  /** Of a key: what its index only carries. */
  readonly include: readonly number[] | null
  readonly target: Oid
  readonly targetColumns: readonly number[] | null
  readonly onDelete: string
  readonly onUpdate: string
  readonly expression: string | null
  readonly nullsNotDistinct: boolean
  readonly deferrable: Deferrable
  /** What to call it where it is no object. */
  readonly definition: string | null
  readonly more: readonly string[]
}

/**
 * Primary keys, unique and check constraints, foreign keys; what else there is, and a foreign key to what is not read, is
 * absent. 18 lists NOT NULL as constraints ('n'): of them only one that does not hold for all rows is news.
 */
export const constraints = source<ConstraintRow>({
  query: (version) => `
    select c.oid, c.conrelid as table, c.conname::text as name, c.contype::text as type, c.conkey::int4[] as columns,
      (i.indkey::int4[])[i.indnkeyatts:] as include,
      c.confrelid as target, c.confkey::int4[] as "targetColumns", c.confdeltype::text as "onDelete",
      c.confupdtype::text as "onUpdate", pg_get_expr(c.conbin, c.conrelid) as expression,
      ${version >= 150000 ? 'coalesce(i.indnullsnotdistinct, false)' : 'false'} as "nullsNotDistinct",
      case when c.condeferred then 'deferred' when c.condeferrable then 'immediate' end as deferrable,
      case when c.contype = 'n' then pg_get_constraintdef(c.oid)
        when c.contype = 'f' then 'REFERENCES ' || c.confrelid::regclass end as definition,
      ${more(
        ['not c.convalidated', `'NOT VALID'`],
        [`c.confmatchtype = 'f'`, `'MATCH FULL'`],
        [`c.connoinherit and c.contype in ('c', 'n')`, `'NO INHERIT'`],
        ['i.indisclustered', `'CLUSTER'`],
        ['x.reloptions is not null', `'WITH (' || array_to_string(x.reloptions, ', ') || ')'`],
        ['x.reltablespace <> 0', `'TABLESPACE'`],
        ...(version >= 150000 ? [['c.confdelsetcols is not null', `'ON DELETE SET (columns)'`] as const] : []),
        ...(version >= 180000
          ? ([
              ['not c.conenforced', `'NOT ENFORCED'`],
              ['c.conperiod', `'WITHOUT OVERLAPS'`],
            ] as const)
          : []),
      )}
    from pg_constraint c
    left join pg_class r on r.oid = c.conrelid
    left join pg_index i on i.indexrelid = c.conindid and c.contype in ('p', 'u')
    left join pg_class x on x.oid = i.indexrelid
    where c.conrelid >= ${first} and c.conparentid = 0 and (c.conislocal or not r.relispartition) and c.contype in ('p', 'u', 'c', 'f', 'n')
      and (c.contype <> 'n' or not c.convalidated or c.connoinherit)`,
  find: (rows, catalog) =>
    rows.flatMap((row) => {
      const on = catalog.at(`pg_class ${row.table}`)
      return table.is(on) ? [{ at: `pg_constraint ${row.oid}` as const, ...found(row, on, catalog) }] : []
    }),
})

function found(row: ConstraintRow, on: Obj, catalog: Catalog): Found {
  const { more, deferrable } = row
  const parent = keyOf(on)
  const place = { schema: on.id.schema!, table: on.id.name! }
  const id = { ...place, name: row.name }
  const columns = catalog.columns(row.table, row.columns)
  const key = { columns, include: catalog.columns(row.table, row.include), deferrable }
  const target = catalog.keyAt(`pg_class ${row.target}`)
  if (row.type === 'p') {
    const inline = columns.length === 1 && row.name === impliedName(place.table, null, 'pkey')
    return { object: primaryKey.make(place, { name: row.name, inline, ...key }, parent, keyRefs(key)), more }
  }
  if (row.type === 'u')
    return {
      object: unique.make(id, { nullsNotDistinct: row.nullsNotDistinct, ...key }, parent, keyRefs(key)),
      more,
    }
  if (row.type === 'c') return { object: check.make(id, { expression: row.expression! }, parent), more }
  if (row.type === 'f' && target) {
    const targetColumns = catalog.columns(row.target, row.targetColumns)
    const [onDelete, onUpdate] = [actions[row.onDelete]!, actions[row.onUpdate]!]
    const attrs = { columns, target, targetColumns, onDelete, onUpdate, deferrable }
    return { object: foreignKey.make(id, attrs, parent, [...columns, target, ...targetColumns]), more }
  }
  const object = { kind: 'constraint', id, attrs: {}, refs: [] }
  return { object, more: [row.definition ?? row.type], absent: true }
}

const actions: Readonly<Record<string, Action>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}
