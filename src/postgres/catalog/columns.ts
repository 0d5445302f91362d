import { keyOf, type Obj } from '../../schema/object.ts'
import { column, type Identity } from '../column.ts'
import type { Storing } from '../column-storage.ts'
import { table } from '../table.ts'
import { counting, type SequenceRow, sequences, serials } from './sequences.ts'
import { collationOf, collationText, type Found, first, more, type Oid, source } from './source.ts'
import { type TypeRow, typeColumns, typed, typeJoins } from './type.ts'

interface ColumnRow extends TypeRow {
  readonly table: Oid
  readonly number: number
  readonly name: string
  readonly notNull: boolean
  readonly expression: string | null
  readonly generated: '' | 's' | 'v'
  readonly collation: readonly [schema: string, name: string] | null
  readonly storage: string | null
  readonly compression: string
  readonly identity: '' | 'a' | 'd'
  /** Where its own partitions have it. */
  readonly also: readonly (readonly [table: Oid, number: number])[]
  readonly more: readonly string[]
}

/** Columns of the tables that are read. */
export const columns = source<ColumnRow>({
  query: () => `
    select a.attrelid as table, a.attnum::int4 as number, a.attname::text as name,
      ${typeColumns('t', 'a.atttypmod')}, a.attnotnull as "notNull",
      pg_get_expr(d.adbin, d.adrelid) as expression, a.attgenerated::text as generated, a.attidentity::text as identity,
      case when a.attcollation <> t.typcollation then ${collationOf('a.attcollation')} end as collation,
      nullif(a.attstorage, t.typstorage)::text as storage, a.attcompression::text as compression,
      case c.relkind when 'p' then (
        select coalesce(json_agg(json_build_array(w.attrelid, w.attnum)), '[]')
        from pg_partition_tree(c.oid) t join pg_attribute w on w.attrelid = t.relid and w.attname = a.attname
        where t.level > 0) else '[]' end as also,
      ${more(
        ['a.attstattarget >= 0', `'STATISTICS'`],
        ['a.attoptions is not null', `'SET (' || array_to_string(a.attoptions, ', ') || ')'`],
      )}
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    ${typeJoins('t')}
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition and c.oid >= ${first}
    order by a.attrelid, a.attnum`,
  find(rows, catalog) {
    const owned = new Map<string, SequenceRow[]>()
    for (const row of catalog.rows(sequences)) {
      const at = `${row.table}.${row.column}`
      if (row.owned) owned.set(at, [...(owned.get(at) ?? []), row])
    }
    const positions = new Map<Oid, number>()
    return rows.flatMap((row) => {
      const on = catalog.at(`pg_class ${row.table}`)
      if (!table.is(on)) return []
      const position = positions.get(row.table) ?? 0
      positions.set(row.table, position + 1)
      return [found(row, { on, position, counters: owned.get(`${row.table}.${row.number}`) ?? [] })]
    })
  },
})

interface Context {
  readonly on: Obj
  readonly position: number
  /** The sequences that the column owns. */
  readonly counters: readonly SequenceRow[]
}

function found(row: ColumnRow, { on, position, counters }: Context): Found {
  const { type, of } = typed(row)
  const schema = on.id.schema!
  const serial = counters.find((counter) => isSerial(row, counter, schema))
  const counter = row.identity ? counters.find(({ owned }) => owned === 'i') : undefined
  const attrs = {
    type: serial ? serials[type]!.name : type,
    of,
    notNull: row.notNull,
    default: row.generated || serial ? null : row.expression,
    plainDefault: false,
    generated: row.generated ? row.expression : null,
    virtual: row.generated === 'v',
    identity: counter ? { generated: identities[row.identity]!, name: counter.name, ...counting(counter) } : null,
    serial: serial?.name ?? null,
    collation: collationText(row.collation),
    storage: storages[row.storage ?? ''] ?? null,
    compression: compressions[row.compression] ?? null,
    position,
  }
  return {
    object: column.make({ schema, table: on.id.name!, name: row.name }, attrs, keyOf(on), of ? [of] : []),
    more: row.more,
    at: `pg_class ${row.table}.${row.number}`,
    also: row.also.map(([table, number]) => `pg_class ${table}.${number}` as const),
  }
}

const storages: Readonly<Record<string, Storing['storage']>> = {
  p: 'plain',
  e: 'external',
  m: 'main',
  x: 'extended',
}

const compressions: Readonly<Record<string, Storing['compression']>> = { p: 'pglz', l: 'lz4' }

const identities: Readonly<Record<string, Identity['generated']>> = { a: 'always', d: 'byDefault' }

/** What `serial` stands for (manual 8.1.4): an integer, required, that takes its default from a sequence of its own. */
const isSerial = (row: ColumnRow, { owned, schema, nextval }: SequenceRow, place: string): boolean =>
  owned === 'a' && row.type in serials && row.notNull && schema === place && row.expression === nextval
