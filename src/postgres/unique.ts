import { type Draft, type Field, kind, type View } from '../dialect/kind.ts'
import type { Key, Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { dropConstraint, renameConstraint } from './constraint.ts'
import { addKey, changeKey, type KeyAttrs, keyClause } from './key-constraint.ts'
import { primaryKey } from './primary-key.ts'
import { noDuplicates } from './rows.ts'
import { dotted, ident } from './sql/quote.ts'

export type UniqueAttrs = KeyAttrs & {
  /** NULLS NOT DISTINCT (from 15). */
  readonly nullsNotDistinct: boolean
}

type Id = 'schema' | 'table' | 'name'
type Unique = Obj<Id, UniqueAttrs>

/** What it is changes in one go. */
const shape = {
  with: ['columns', 'include', 'nullsNotDistinct', 'deferrable'],
  alter: (pair, view) =>
    isRepeated(pair.from, view.from)
      ? 'replace'
      : changeKey(pair, { from: pair.from.id, to: pair.to.id }, written(pair.to), view, repeats(pair.to, view)),
} as const satisfies Field<never, Id, UniqueAttrs>

/** A unique constraint (manual 5.5.3). */
export const unique = kind<Id, UniqueAttrs>({
  name: 'unique',
  word: 'unique constraint',
  cascades: () => true,
  fields: { columns: shape, include: shape, nullsNotDistinct: shape, deferrable: shape },
  create: (object, view) => add(object, view, { conditions: repeats(object, view) }),
  drop: (object, view) => [dropUnique(object, view.from)],
  rename: ({ from, to }, view) =>
    isRepeated(to, view.from) ? [dropUnique(from, view.from), ...add(to, view)] : [renameConstraint(from.id, to.id)],
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`, `constraint ${dotted(id.schema, id.table, id.name)}`],
})

/**
 * Does the primary key, or a unique constraint that comes first by name, have the same columns? CREATE TABLE leaves such
 * a repetition out without a word (transformIndexConstraints), so databases are found with it and without it.
 */
export function isRepeated(object: Unique, schema: Schema): boolean {
  if (!object.parent || object.attrs.nullsNotDistinct) return false
  const { columns, include, deferrable } = object.attrs
  return schema.children(object.parent).some((other) => {
    if (!unique.is(other) && !primaryKey.is(other)) return false
    if (!same(other.attrs.columns, columns) || !same(other.attrs.include, include)) return false
    if (other.attrs.deferrable !== deferrable) return false
    return primaryKey.is(other) || (!other.attrs.nullsNotDistinct && other.id.name < object.id.name)
  })
}

const same = (a: readonly Key[], b: readonly Key[]): boolean => a.join() === b.join()

const dropUnique = (object: Unique, schema: Schema): Draft =>
  dropConstraint(object.id, isRepeated(object, schema) ? 'IF EXISTS ' : '')

const repeats = ({ attrs, parent }: Unique, view: View) =>
  noDuplicates(attrs.columns, view, attrs.nullsNotDistinct, parent)

const written = ({ attrs }: Unique) =>
  ({ ...attrs, word: 'UNIQUE', nulls: attrs.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '' }) as const

/** The constraint as CREATE TABLE writes it. */
export const uniqueClause = (object: Unique): string =>
  `CONSTRAINT ${ident(object.id.name)} ${keyClause(written(object))}`

const add = (object: Unique, view: View, rest: Omit<Draft, 'sql'> = {}): readonly Draft[] =>
  addKey(object.id, written(object), view, rest)
