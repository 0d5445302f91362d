import type { Draft, View } from '../dialect/kind.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { changesAtOnce } from './changes-at-once.ts'
import { comment } from './comment.ts'
import { dropConstraint, type InTable } from './constraint.ts'
import { staysOpen } from './online.ts'

/**
 * Is the index of a changed object built before the old one goes? Where the table stays open: queries always have one, and
 * what must be unique stays so. But a foreign key that counts on the old one has to go with it.
 * @param columns what the old index is about; null for an expression
 * @param uses what the old one and the new one refer to
 */
export const isBuiltBeside = (
  table: Key | undefined,
  columns: readonly (Key | null)[],
  uses: Pair<readonly Key[]>,
  view: View,
): boolean =>
  table?.startsWith('table:') === true &&
  staysOpen(table, view) &&
  !isCountedOn(table, columns, view) &&
  changesAtOnce({ from: uses.from, to: [table, ...uses.to] }, view)

const isCountedOn = (table: Key, columns: readonly (Key | null)[], { from, to }: View): boolean =>
  countingOn(table, columns, from).some((one) => to.has(keyOf(one)))

/** The foreign keys that count on what is about these columns. */
const countingOn = (table: Key, columns: readonly (Key | null)[], schema: Schema) =>
  schema.users(table).filter((one): one is Obj & { readonly id: InTable } => {
    const { target, targetColumns } = one.attrs as { readonly target?: Key; readonly targetColumns?: readonly Key[] }
    const counted = new Set(targetColumns)
    const isSame = columns.length === counted.size && columns.every((column) => column && counted.has(column))
    return one.kind === 'foreignKey' && target === table && isSame
  })

/** Where it runs again, the new one is what the old one was, and foreign keys that came after it stand in the way. */
export const cameAfter = (
  table: Key,
  columns: readonly (Key | null)[],
  { from, to, options }: View,
): readonly Draft[] =>
  options.guards
    ? countingOn(table, columns, to)
        .filter((one) => !from.has(keyOf(one)))
        .map(({ id }) => ({ ...dropConstraint(id), lock: 'none' }))
    : []

/** What is said of an object goes with the old one; where it changes, that follows by itself. */
export const saidAgain = (object: Pick<Obj, 'kind' | 'id'>, view: View): readonly Draft[] =>
  view.to
    .children(keyOf(object))
    .filter(comment.is)
    .filter((one) => view.from.get(keyOf(one))?.attrs.text === one.attrs.text)
    .flatMap((one) => comment.create(one, view))
