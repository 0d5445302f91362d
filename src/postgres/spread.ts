import type { Draft, View } from '../dialect/kind.ts'
import { type Key, key, keyOf } from '../schema/object.ts'
import type { InTable } from './constraint.ts'
import { impliedName } from './implied-name.ts'
import { isPartitioned, partitionOf, partitionsOf } from './partition.ts'
import { dotted } from './sql/quote.ts'
import { standing } from './standing.ts'

/**
 * An index of a table whose rows are spread, or a constraint with one behind it. Nobody is locked out while those of the
 * partitions are built; with the last of them the whole one is there (manual 5.12.2.2). `make` says how it comes to a table:
 * to that alone where its rows are spread, too. Undefined where a partition comes only now, which has it by itself or not.
 */
export function overPartitions(
  id: InTable,
  view: View,
  make: (one: InTable, isSpread: boolean) => readonly Draft[],
): readonly Draft[] | undefined {
  const on = indexesOver(id, view)
  if (!on) return undefined
  const made = Array.from(on, ([k, one]) => make(one, isPartitioned(k, view)))
  const indexOf = (table: Key) => dotted(on.get(table)!.schema, on.get(table)!.name)
  const attached = [...on.keys()].flatMap((k) => {
    const of = partitionOf(view.to.get(k))?.table
    return of && on.has(of) ? [{ sql: `ALTER INDEX ${indexOf(of)} ATTACH PARTITION ${indexOf(k)}` }] : []
  })
  return [...made.flat(), ...attached]
}

/** The index of a table and those of its partitions, outermost first, by what they are of. Undefined likewise. */
export function indexesOver(id: InTable, view: View): ReadonlyMap<Key, InTable> | undefined {
  const whole = key('table', id.schema, id.table)
  const partitions = partitionsOf(whole, view.to)
  if (!partitions.every((one) => standing(keyOf(one), view))) return undefined
  const parts = partitions.map((one): [Key, InTable] => {
    const [schema, table] = [one.id.schema!, one.id.name!]
    return [keyOf(one), { schema, table, name: impliedName(table, id.name, 'idx') }]
  })
  return new Map([[whole, id], ...parts])
}
