import type { View } from '../dialect/kind.ts'
import { type Key, kindOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { column, isTyped } from './column.ts'
import { parse } from './column-type.ts'
import { isPartitionOf, isSpreadBy } from './exists.ts'
import { columnsIn, isType } from './names.ts'
import { partitionOf, rootOf, sameSpread, wholesOf } from './partition.ts'
import { typeStands } from './type-stands.ts'

/**
 * A condition in SQL: a table that is made anew is so already. It is because rows are spread in another way or by another type,
 * its own or those of what it is a part of, or because it is a part of something else. Undefined where it is not made anew.
 */
export function spreadAnew(table: Key, { from, to }: View): string | undefined {
  if (!to.has(table)) return undefined
  const [was, is] = [partitionOf(from.get(table))?.table, partitionOf(to.get(table))?.table]
  const found = [
    ...(was && was !== is ? [`NOT ${isPartitionOf(table, was)}`] : []),
    ...(is && was !== is ? [isPartitionOf(table, is)] : []),
    ...[table, ...wholesOf(table, to)].flatMap((k) => {
      const [was, is] = [from, to].map((schema) => (schema.get(k)?.attrs.partitionBy ?? null) as string | null)
      const retyped = columnsIn(is ?? '', rootOf(k, to)).flatMap((one) => typedAnew(one, { from, to }))
      return sameSpread(was!, is!) ? retyped : [isSpreadBy(k, is!), ...retyped]
    }),
  ]
  return found.join(' AND ') || undefined
}

/** A column has its other type, or the type is the other one that it is to be. */
function typedAnew(k: Key, { from, to }: Pair<Schema>): readonly string[] {
  const [was, is] = [from.get(k), to.get(k)]
  if (!column.is(was) || !column.is(is)) return []
  return parse(was.attrs).name === parse(is.attrs).name ? remadeBelow(is.attrs.of, { from, to }) : [isTyped(is, to)]
}

/** A type, and those that it stands on. */
function remadeBelow(type: Key | null, { from, to }: Pair<Schema>): readonly string[] {
  const [was, is] = type ? [from.get(type), to.get(type)] : []
  if (!was || !is) return []
  const below = is.refs.filter((k) => isType(kindOf(k))).flatMap((k) => remadeBelow(k, { from, to }))
  return [...below, typeStands({ from: was, to: is }) ?? []].flat()
}
