import type { Draft, View } from '../dialect/kind.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { isPartitionOf } from './exists.ts'
import { sqlName } from './quote.ts'

/** How the rows of a table are spread, and what it holds a part of (manual 5.12). */
export type Partitioning = {
  /** What follows PARTITION BY: `RANGE ("at")`. Null for a table that holds its rows itself. */
  readonly partitionBy: string | null
  /** A partition has the columns, constraints and indexes of this table, and is no object but by its own. */
  readonly partitionOf: Partition | null
}

type Partition = {
  readonly table: Key
  /** `FOR VALUES FROM (1) TO (10)`, `DEFAULT` */
  readonly bound: string
}

/** Nothing is lost because a name is quoted. */
export const sameSpread = (from: string | null, to: string | null): boolean =>
  from === to || (from !== null && to !== null && unquoted(from) === unquoted(to))

const unquoted = (text: string): string => text.replace(/"([a-z_][a-z0-9_]*)"/g, '$1')

/** A table of either kind. */
type Table = Obj<'schema' | 'name', Partitioning>

/** What a table is a partition of. */
export const partitionOf = (object: Obj | undefined): Partition | null =>
  object?.kind === 'table' ? (object as Table & Obj).attrs.partitionOf : null

/** Are its rows spread over partitions, now or then? */
export const isPartitioned = (table: Key, { from, to }: Pair<Schema>): boolean =>
  [from, to].some((schema) => typeof schema.get(table)?.attrs.partitionBy === 'string')

/** The table that a partition is a part of in the end, whose columns are its own; of another table itself. */
export const rootOf = (table: Key, schema: Schema): Key => wholesOf(table, schema).at(-1) ?? table

/** What a table is a partition of, and that, innermost first. */
export function wholesOf(table: Key, schema: Schema): readonly Key[] {
  const of = partitionOf(schema.get(table))
  return of ? [of.table, ...wholesOf(of.table, schema)] : []
}

/** The partitions of a table and of its partitions, outermost first. */
export const partitionsOf = (table: Key, schema: Schema): readonly Obj[] =>
  [...schema].flatMap((one) => (partitionOf(one)?.table === table ? [one, ...partitionsOf(keyOf(one), schema)] : []))

/** `PARTITION OF "public"."events" FOR VALUES IN ('a')` */
export const partitionClause = ({ table, bound }: Partition): string => `PARTITION OF ${sqlName(table)} ${bound}`

/**
 * Partitions with other bounds are taken out and put in again with their rows. All of a table at once, in the change of the
 * first: one may take over what another one leaves.
 */
export function rebound({ to }: Pair<Table>, view: View): readonly Draft[] | 'replace' {
  const changed = [...view.to].flatMap((now) => {
    const pair = { from: view.from.get(keyOf(now)) as Table | undefined, to: now as Table & Obj }
    const [was, is] = [partitionOf(view.from.get(keyOf(now))), partitionOf(now)]
    const isKept = pair.from?.attrs.partitionBy === pair.to.attrs.partitionBy
    const isMoved = was && is && isKept && (was.bound !== is.bound || was.table !== is.table)
    return isMoved && is.table === to.attrs.partitionOf?.table ? [{ key: keyOf(now), was, is }] : []
  })
  if (!changed.some(({ key }) => key === keyOf(to as Table & Obj))) return 'replace'
  if (changed[0]?.key !== keyOf(to as Table & Obj)) return []
  return [...changed.map(({ was, key }) => detach(was.table, key)), ...changed.map(({ is, key }) => attach(is, key))]
}

export const attach = ({ table, bound }: Partition, partition: Key): Draft => ({
  sql: `ALTER TABLE ${sqlName(table)} ATTACH PARTITION ${sqlName(partition)} ${bound}`,
  unless: isPartitionOf(partition, table),
})

export const detach = (table: Key, partition: Key): Draft => ({
  sql: `ALTER TABLE ${sqlName(table)} DETACH PARTITION ${sqlName(partition)}`,
  unless: `NOT ${isPartitionOf(partition, table)}`,
})

/** What rows of other tables refer to is taken out before it is dropped: only then does Postgres look whether any refers to it. */
export function letOut(object: Table, { from, to }: View): readonly Draft[] {
  const of = object.attrs.partitionOf
  if (!of) return []
  const isReferred = [...from].some(
    (one) =>
      one.kind === 'foreignKey' &&
      to.has(keyOf(one)) &&
      [of.table, ...wholesOf(of.table, from)].some((k) => k === one.attrs.target),
  )
  return isReferred ? [detach(of.table, keyOf(object as Table & Obj))] : []
}
