import type { Connection } from '../dialect/connection.ts'
import { counted } from '../dialect/counted.ts'
import { column } from '../postgres/column.ts'
import { rootOf } from '../postgres/partition.ts'
import { primaryKey } from '../postgres/primary-key.ts'
import { dotted, ident, literal } from '../postgres/sql/quote.ts'
import { table } from '../postgres/table.ts'
import { type Key, keyOf, nameOf, namesOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'

/** The rows of a table, whatever their order. */
interface Counted {
  readonly rows: number
  /** A sum over the values of each column. */
  readonly values: ReadonlyMap<Key, string>
  /** The same over the values together with what tells the rows apart. */
  readonly placed: ReadonlyMap<Key, string>
  /** The columns that tell the rows apart: those of the primary key, or else all. */
  readonly identity: readonly Key[]
  readonly keyed: boolean
}

/** The rows of every table. */
export type Census = ReadonlyMap<Key, Counted>

/** Tables in one query: more make the statement slow to plan. */
const batch = 100

export async function takeCensus(connection: Connection, schema: Schema): Promise<Census> {
  // The rows of a partitioned table are those of its partitions.
  const tables = [...schema].filter(table.is).filter(({ attrs }) => attrs.partitionBy === null)
  const census = new Map<Key, Counted>()
  for (let at = 0; at < tables.length; at += batch) {
    const queries = tables.slice(at, at + batch).map(({ id }) => {
      const { columns, identity } = partsOf(keyOf({ kind: 'table', id }), schema)
      const sums = (seed: string) =>
        columns.map((k) => `${literal(k)}, coalesce(sum(hashtextextended(${cell(k)}::text, ${seed})), 0)`)
      const counts = columns.map((k) => `${literal(k)}, count(${cell(k)})`)
      const json = (pairs: readonly string[]) => `jsonb_object(array[${pairs.join(', ')}]::text[])`
      return `select ${literal(keyOf({ kind: 'table', id }))} as key, count(*)::int4 as rows, ${json(counts)} as counts,
        ${json(sums('0'))} as sums, ${json(sums('who.hash'))} as placed
        from ${dotted(id.schema, id.name)} as t
        cross join lateral (select hashtextextended(row(${identity.map(cell).join(', ')})::text, 0)) as who (hash)`
    })
    for (const { key: k, rows, counts, sums, placed } of await connection.query<Sums & Record<string, unknown>>(
      queries.join(' union all '),
    )) {
      const values = Object.entries(sums).map(([c, sum]) => [c, `${counts[c as Key]}:${sum}`] as [Key, string])
      const { identity, keyed } = partsOf(k, schema)
      const found = { values: new Map(values), placed: new Map(Object.entries(placed) as [Key, string][]) }
      census.set(k, { rows, ...found, identity, keyed })
    }
  }
  return census
}

interface Sums {
  readonly key: Key
  readonly rows: number
  readonly counts: Readonly<Record<Key, string>>
  readonly sums: Readonly<Record<Key, string>>
  readonly placed: Readonly<Record<Key, string>>
}

const cell = (k: Key): string => `t.${ident(nameOf(k))}`

/** The columns of a table, and which of them tell its rows apart. */
function partsOf(k: Key, schema: Schema): Pick<Counted, 'identity' | 'keyed'> & { readonly columns: readonly Key[] } {
  const children = schema.children(rootOf(k, schema))
  const columns = children
    .filter(column.is)
    .sort((a, b) => a.attrs.position - b.attrs.position)
    .map(keyOf)
  const primary = children.find(primaryKey.is)
  return { columns, identity: primary?.attrs.columns ?? columns, keyed: primary !== undefined }
}

/** What a migration says about the rows: which columns it may give other values, and what one was called before. */
export interface Expected {
  readonly revalued: ReadonlySet<Key>
  /** Undefined for what is new. */
  before(k: Key): Key | undefined
}

/** A table that holds another number of rows, or a column that holds other values. */
export interface Difference {
  readonly of: Key
  /** There are fewer rows. */
  readonly fewer: boolean
  readonly says: string
}

/** Rows that went or came, and values that changed, without anybody having said so. */
export function differences(before: Census, after: Census, { revalued, before: was }: Expected): Difference[] {
  return [...after].flatMap(([k, now]): Difference[] => {
    const name = was(k)
    const then = name && before.get(name)
    if (!then) return []
    if (then.rows !== now.rows) {
      const says = `table ${spelled(k)} holds ${counted(now.rows, 'row')}, it held ${then.rows}`
      return [{ of: k, fewer: now.rows < then.rows, says }]
    }
    const changed = [...now.values].flatMap(([c, sum]) => {
      const old = valueIn(then.values, was(c))
      if (old === undefined || old === sum || revalued.has(c)) return []
      return [{ of: c, fewer: false, says: `the values of column ${spelled(c)} are not what they were` }]
    })
    const isTold = now.identity.every((c, i) => was(c) === then.identity[i] && !revalued.has(c))
    if (changed.length > 0 || !isTold || now.identity.length !== then.identity.length) return changed
    const moved = [...now.placed].flatMap(([c, sum]) => {
      const old = valueIn(then.placed, was(c))
      if (old === undefined || old === sum || revalued.has(c)) return []
      return [{ of: c, fewer: false, says: `the values of column ${spelled(c)} stand in other rows than before` }]
    })
    // Where all columns tell the rows apart, one that has moved changes what all of them are told by.
    return now.keyed
      ? moved
      : moved.slice(0, 1).map((one) => ({ ...one, says: `the rows of ${spelled(k)} hold values of each other` }))
  })
}

const valueIn = (values: Counted['values'], k: Key | undefined): string | undefined => k && values.get(k)

const spelled = (k: Key): string => namesOf(k).join('.')

/** The columns that are of another type than before. */
export function retyped({ from, to }: Pair<Schema>, was: Expected['before']): Key[] {
  return [...to].filter(column.is).flatMap((now) => {
    const name = was(keyOf(now))
    const then = name && from.get(name)
    if (!column.is(then)) return []
    return then.attrs.type === now.attrs.type && then.attrs.of === now.attrs.of ? [] : [keyOf(now)]
  })
}
