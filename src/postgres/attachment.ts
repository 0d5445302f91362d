import type { Condition, Draft, View } from '../dialect/kind.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { taken } from './bound.ts'
import { isPartitionOf } from './exists.ts'
import { namesIn, types } from './names.ts'
import { staysOpen } from './online.ts'
import {
  defaultPartitionOf,
  directPartitionsOf,
  type Partition,
  type Partitioning,
  partitionOf,
  rootOf,
  wholesOf,
} from './partition.ts'
import { unmoved } from './rows.ts'
import { dotted, sqlName } from './sql/quote.ts'
import { standing } from './standing.ts'

/** A table of either kind. */
type Table = Obj<'schema' | 'name', Partitioning>

/**
 * Partitions with other bounds are taken out and put in again with their rows. All of a table at once, in the change of the
 * first: one may take over what another one leaves.
 */
export function rebound({ to }: Pair<Table>, view: View): readonly Draft[] | 'replace' {
  const self = to as Table & Obj
  const of = to.attrs.partitionOf
  if (!of || !isRebound(self, view)) return 'replace'
  const beside = directPartitionsOf(of.table, view.to)
  if (beside.find((one) => isRebound(one, view)) !== self) return []
  const changed = beside.filter((one) => isRebound(one, view)).map(keyOf)
  const partition = (k: Key, schema: Schema) => partitionOf(schema.get(k))!
  return [
    ...changed.map((k) => detach(partition(k, view.from).table, k)),
    ...changed.map((k) => attach(partition(k, view.to), k, view)),
  ]
}

/** Has it another bound or another whole than before, and is spread as before? */
function isRebound(now: Obj, { from }: View): boolean {
  const then = from.get(keyOf(now))
  const [was, is] = [partitionOf(then), partitionOf(now)]
  if (!was || !is || then?.attrs.partitionBy !== now.attrs.partitionBy) return false
  return was.bound !== is.bound || was.table !== is.table
}

export const attach = (of: Partition, partition: Key, view: View): Draft => ({
  sql: `ALTER TABLE ${sqlName(of.table)} ATTACH PARTITION ${sqlName(partition)} ${of.bound}`,
  unless: isPartitionOf(partition, of.table),
  conditions: [...misfits(of, partition, view), ...elsewhere(of, partition, view)],
})

export const detach = (table: Key, partition: Key): Draft => ({
  sql: `ALTER TABLE ${sqlName(table)} DETACH PARTITION ${sqlName(partition)}`,
  unless: `NOT ${isPartitionOf(partition, table)}`,
})

/** Its rows must fit its bound, and that of whatever it is a part of. */
function misfits(of: Partition, partition: Key, view: View): readonly Condition[] {
  const table = nameBefore(partition, view)
  const bounds = [partition, of.table, ...wholesOf(of.table, view.to)].flatMap((k) => {
    const one = partitionOf(view.to.get(k))
    return one ? [condition(one, k, partition, view)] : []
  })
  if (!table || bounds.includes(undefined)) return []
  return [
    {
      query: `SELECT count(*) FROM ${table} WHERE (${bounds.join(' AND ')}) IS NOT TRUE`,
      says: `rows of ${table} do not fit the partition ${of.bound} of ${sqlName(of.table)}`,
    },
  ]
}

/** No row that it takes may be in the default partition. */
export function elsewhere(of: Partition, partition: Key, view: View): readonly Condition[] {
  const rest = defaultPartitionOf(of.table, view.to)
  const k = rest && keyOf(rest)
  const was = k && partitionOf(view.from.get(k))
  if (!k || k === partition || was?.table !== of.table || was.bound !== 'DEFAULT') return []
  const within = condition(of, partition, k, view)
  const table = nameBefore(k, view)
  if (!table || within === undefined) return []
  return [
    {
      query: `SELECT count(*) FROM ${table} WHERE ${within}`,
      says: `rows of ${table} belong to the new partition ${of.bound} of ${sqlName(of.table)}`,
    },
  ]
}

const nameBefore = (table: Key, view: View): string | undefined => {
  const was = standing(table, view)
  return was && dotted(...Object.values(was.id))
}

/** Which rows of `rows` a partition takes: undefined where this cannot be asked before the migration. */
function condition({ table, bound }: Partition, partition: Key, rows: Key, view: View): string | undefined {
  const by = view.to.get(table)?.attrs.partitionBy as string
  const named = namesIn(by, { parent: rootOf(rows, view.from) } as Obj, view.from, ['column', 'function', ...types])
  if (!unmoved([...named, ...(/^hash/i.test(by) ? [table] : [])], view)) return undefined
  const others = () => directPartitionsOf(table, view.to).filter((one) => keyOf(one) !== partition)
  return taken(bound, { by, whole: sqlName(table), beside: () => others().map((one) => partitionOf(one)!.bound) })
}

/**
 * What comes before DROP TABLE of a partition. Where its whole stays open, it is taken out first, and only that waits. What
 * rows of other tables refer to is taken out in any case: only then does Postgres look whether any refers to it.
 */
export function letOut(object: Table, view: View): readonly Draft[] {
  const { from, to } = view
  const of = object.attrs.partitionOf
  if (!of) return []
  const out = detach(of.table, keyOf(object as Table & Obj))
  if (leavesOpen(of.table, view)) return [{ sql: `${out.sql} CONCURRENTLY`, alone: true }]
  const isReferred = [of.table, ...wholesOf(of.table, from)].some((whole) =>
    from.users(whole).some((one) => one.kind === 'foreignKey' && one.attrs.target === whole && to.has(keyOf(one))),
  )
  return isReferred ? [out] : []
}

/** Postgres refuses CONCURRENTLY beside a default partition, and in the block that a guard is. */
const leavesOpen = (whole: Key, view: View): boolean =>
  staysOpen(whole, view) &&
  !view.options.guards &&
  view.to.has(whole) &&
  [view.from, view.to].every((schema) => !defaultPartitionOf(whole, schema))
