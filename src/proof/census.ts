import type { Connection } from '../dialect/connection.ts'
import { column } from '../postgres/column.ts'
import { rootOf } from '../postgres/partition.ts'
import { dotted, ident, literal } from '../postgres/quote.ts'
import { table } from '../postgres/table.ts'
import { type Key, keyOf, namesOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'

/** The rows of every table: how many there are, and a sum over the values of each column, whatever their order. */
export type Census = ReadonlyMap<Key, { readonly rows: number; readonly values: ReadonlyMap<Key, string> }>

/** Tables in one query: more make the statement slow to plan. */
const batch = 100

export async function takeCensus(connection: Connection, schema: Schema): Promise<Census> {
  // The rows of a partitioned table are those of its partitions.
  const tables = [...schema].filter(table.is).filter(({ attrs }) => attrs.partitionBy === null)
  const census = new Map<Key, { rows: number; values: Map<Key, string> }>()
  for (let at = 0; at < tables.length; at += batch) {
    const queries = tables.slice(at, at + batch).map(({ id }) => {
      const columns = schema.children(rootOf(keyOf({ kind: 'table', id }), schema)).filter(column.is)
      const sums = columns.flatMap((c) => {
        const name = ident(c.id.name)
        return [literal(keyOf(c)), `count(${name}) || ':' || coalesce(sum(hashtextextended(${name}::text, 0)), 0)`]
      })
      return `select ${literal(keyOf({ kind: 'table', id }))} as key, count(*)::int4 as rows,
        ${columns.length ? `jsonb_object(array[${sums.join(', ')}]::text[])` : `'{}'::jsonb`} as values
        from ${dotted(id.schema, id.name)}`
    })
    const rows = await connection.query<{ key: Key; rows: number; values: Record<Key, string> }>(
      queries.join(' union all '),
    )
    for (const { key, rows: count, values } of rows)
      census.set(key, { rows: count, values: new Map(Object.entries(values) as [Key, string][]) })
  }
  return census
}

/** What a migration says about the rows: which objects it may change, and what one was called before. */
export interface Expected {
  readonly touched: ReadonlySet<Key>
  before(k: Key): Key
}

/** A table that holds another number of rows, or a column that holds other values. */
export interface Difference {
  readonly of: Key
  /** There are fewer rows. */
  readonly fewer: boolean
  readonly says: string
}

/** Rows that went or came, and values that changed, without anybody having said so. */
export function differences(before: Census, after: Census, { touched, before: was }: Expected): Difference[] {
  return [...after].flatMap(([k, now]): Difference[] => {
    const then = before.get(was(k))
    if (!then) return []
    if (then.rows !== now.rows) {
      const says = `table ${spelled(k)} holds ${now.rows} rows, it held ${then.rows}`
      return [{ of: k, fewer: now.rows < then.rows, says }]
    }
    return [...now.values].flatMap(([c, sum]) => {
      const old = then.values.get(was(c))
      if (old === undefined || old === sum || touched.has(c)) return []
      return [{ of: c, fewer: false, says: `the values of column ${spelled(c)} are not what they were` }]
    })
  })
}

const spelled = (k: Key): string => namesOf(k).join('.')

/** The columns that are of another type than before. */
export function retyped({ from, to }: Pair<Schema>, was: Expected['before']): Key[] {
  return [...to].filter(column.is).flatMap((now) => {
    const then = from.get(was(keyOf(now)))
    if (!column.is(then)) return []
    return then.attrs.type === now.attrs.type && then.attrs.of === now.attrs.of ? [] : [keyOf(now)]
  })
}
