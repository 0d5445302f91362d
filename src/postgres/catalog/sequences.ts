import { keyOf } from '../../schema/object.ts'
import { column } from '../column.ts'
import type { integers } from '../integers.ts'
import { schemaKey } from '../schema.ts'
import { type Counting, sequence } from '../sequence.ts'
import { sequenceOwner } from '../sequence-owner.ts'
import { type Catalog, type Found, first, more, notOfExtension, type Oid, source, userSchema } from './source.ts'

export interface SequenceRow {
  readonly oid: Oid
  readonly schema: string
  readonly name: string
  readonly type: keyof typeof integers
  readonly start: string
  readonly increment: string
  readonly min: string
  readonly max: string
  readonly cache: string
  readonly cycle: boolean
  /** The default of a serial column: how this server spells the call. */
  readonly nextval: string
  /** `a`: of a serial column or by OWNED BY, `i`: of an identity. */
  readonly owned: 'a' | 'i' | null
  readonly table: Oid | null
  readonly column: number | null
  readonly more: readonly string[]
}

/** Sequences. One behind a serial or identity column is a part of that column. */
export const sequences = source<SequenceRow>({
  query: () => `
    select c.oid, n.nspname::text as schema, c.relname::text as name, format_type(q.seqtypid, null) as type,
      q.seqstart::text as start, q.seqincrement::text as increment, q.seqmin::text as min, q.seqmax::text as max,
      q.seqcache::text as cache, q.seqcycle as cycle,
      format('nextval(''%s''::regclass)', replace(format('%I.%I', n.nspname, c.relname), '''', '''''')) as nextval,
      o.deptype::text as owned, o.refobjid as table, o.refobjsubid as column,
      ${more([`c.relpersistence = 'u' and t.relpersistence is distinct from 'u'`, `'UNLOGGED'`])}
    from pg_sequence q join pg_class c on c.oid = q.seqrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_depend o on o.classid = 'pg_class'::regclass and o.objid = c.oid and o.objsubid = 0
      and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype in ('a', 'i')
    left join pg_class t on t.oid = o.refobjid
    where c.oid >= ${first} and ${userSchema} and ${notOfExtension('pg_class', 'c.oid')}`,
  find: (rows, catalog) => rows.flatMap((row) => found(row, catalog)),
})

export const counting = ({ increment, start, min, max, cache, cycle }: SequenceRow): Counting => ({
  increment,
  start,
  min,
  max,
  cache,
  cycle,
})

function found(row: SequenceRow, catalog: Catalog): readonly Found[] {
  const id = { schema: row.schema, name: row.name }
  const object = sequence.make(id, { type: row.type, ...counting(row) }, schemaKey(row.schema))
  const at = `pg_class ${row.oid}` as const
  if (row.owned === 'i') return [{ object, more: row.more, absent: true, at }]
  const owner = row.table && row.column ? catalog.at(`pg_class ${row.table}.${row.column}`) : undefined
  if (column.is(owner) && owner.attrs.serial === row.name && owner.id.schema === row.schema)
    return [{ object, more: [...row.more, ...(isTuned(row) ? ['options of a serial column'] : [])], absent: true, at }]
  if (!row.owned) return [{ object, more: row.more, at }]
  if (!owner) return [{ object, more: [...row.more, 'OWNED BY'], at }]
  const owned = keyOf(owner)
  return [
    { object, more: row.more, at },
    { object: sequenceOwner.make(id, { column: owned }, keyOf(object), [owned]), more: [] },
  ]
}

/** What `serial` stands for, by the type behind it (manual 8.1.4). */
export const serials: Readonly<Record<string, { readonly name: string; readonly max: string }>> = {
  smallint: { name: 'smallserial', max: '32767' },
  integer: { name: 'serial', max: '2147483647' },
  bigint: { name: 'bigserial', max: '9223372036854775807' },
}

/** Has the sequence of a serial column been given options of its own? */
const isTuned = ({ start, increment, min, cache, cycle, type, max }: SequenceRow): boolean =>
  [start, increment, min, cache].some((value) => value !== '1') || cycle || max !== serials[type]?.max
