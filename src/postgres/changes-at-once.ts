import { canonical } from '../schema/hash.ts'
import { type Key, kindOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'

/**
 * Can one statement lead from what uses some objects to what uses others? A column is dropped before its table changes, and
 * other columns change after that: a statement that lets go of the one and takes up the others would have to be between them.
 */
export const changesAtOnce = (uses: Pair<readonly Key[]>, states: Pair<Schema>): boolean =>
  !uses.from.some((k) => isDropped(k, states)) || uses.to.every((k) => stays(k, states))

function isDropped(k: Key, { from, to }: Pair<Schema>): boolean {
  const table = from.get(k)?.parent
  return kindOf(k) === 'column' && !to.has(k) && table !== undefined && to.has(table)
}

function stays(k: Key, { from, to }: Pair<Schema>): boolean {
  const [was, is] = [from.get(k), to.get(k)].map((object) => object && canonical({ ...object.attrs, position: 0 }))
  return was !== undefined && was === is
}
