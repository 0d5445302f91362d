import type { Draft, View } from '../dialect/kind.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { changesAtOnce } from './changes-at-once.ts'
import { comment } from './comment.ts'
import { staysOpen } from './online.ts'

/**
 * Is the index of a changed object built before the old one goes? Where the table stays open: queries always have one, and
 * what must be unique stays so. But a foreign key that counts on the old one has to go with it; and so has one that will count
 * on the new one, where that may be there already.
 * @param columns what the old index and the new one are about; null for an expression
 * @param uses what they refer to
 */
export const isBuiltBeside = (
  table: Key | undefined,
  columns: Pair<readonly (Key | null)[]>,
  uses: Pair<readonly Key[]>,
  view: View,
): boolean =>
  table?.startsWith('table:') === true &&
  staysOpen(table, view) &&
  !countingOn(table, columns.from, view.from).some((k) => view.to.has(k)) &&
  !(view.options.guards && countingOn(table, columns.to, view.to).some((k) => !view.from.has(k))) &&
  changesAtOnce({ from: uses.from, to: [table, ...uses.to] }, view)

/** The foreign keys that count on what is about these columns. */
const countingOn = (table: Key, columns: readonly (Key | null)[], schema: Schema): readonly Key[] =>
  schema.users(table).flatMap((one) => {
    const { target, targetColumns } = one.attrs as { readonly target?: Key; readonly targetColumns?: readonly Key[] }
    const counted = new Set(targetColumns)
    const isSame = columns.length === counted.size && columns.every((column) => column && counted.has(column))
    return one.kind === 'foreignKey' && target === table && isSame ? [keyOf(one)] : []
  })

/** What is said of an object goes with the old one; where it changes, that follows by itself. */
export const saidAgain = (object: Pick<Obj, 'kind' | 'id'>, view: View): readonly Draft[] =>
  view.to
    .children(keyOf(object))
    .filter(comment.is)
    .filter((one) => view.from.get(keyOf(one))?.attrs.text === one.attrs.text)
    .flatMap((one) => comment.create(one, view))
