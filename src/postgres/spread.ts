import type { Draft, View } from '../dialect/kind.ts'
import { type Key, key, keyOf } from '../schema/object.ts'
import type { InTable } from './constraint.ts'
import { impliedName } from './implied-name.ts'
import { isPartitioned, partitionOf, partitionsOf } from './partition.ts'
import { dotted } from './quote.ts'

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
  const partitions = partitionsOf(key('table', id.schema, id.table), view.to)
  if (!partitions.every((one) => view.before(keyOf(one)))) return undefined
  const on = new Map<Key, InTable>([[key('table', id.schema, id.table), id]])
  for (const one of partitions) {
    const [schema, table] = [one.id.schema!, one.id.name!]
    on.set(keyOf(one), { schema, table, name: impliedName(table, id.name, 'idx') })
  }
  const made = Array.from(on, ([k, one]) => make(one, isPartitioned(k, view)))
  const indexOf = (table: Key) => dotted(on.get(table)!.schema, on.get(table)!.name)
  const attached = partitions.map((one) => ({
    sql: `ALTER INDEX ${indexOf(partitionOf(one)!.table)} ATTACH PARTITION ${indexOf(keyOf(one))}`,
  }))
  return [...made.flat(), ...attached]
}
