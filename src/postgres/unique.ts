import { type Draft, kind } from '../dialect/kind.ts'
import type { Key, Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { dropConstraint, renameConstraint } from './constraint.ts'
import { type Deferrable, deferrableClause } from './deferrable.ts'
import { addKey, staysOpenWhole } from './online.ts'
import { primaryKey } from './primary-key.ts'
import { dotted, ident, identList } from './quote.ts'
import { noDuplicates } from './rows.ts'

export type UniqueAttrs = {
  readonly columns: readonly Key[]
  /** NULLS NOT DISTINCT (from 15). */
  readonly nullsNotDistinct: boolean
  readonly deferrable: Deferrable
}

type Id = 'schema' | 'table' | 'name'
type Unique = Obj<Id, UniqueAttrs>

/** A unique constraint (manual 5.5.3). */
export const unique = kind<Id, UniqueAttrs>({
  name: 'unique',
  word: 'unique constraint',
  cascades: () => true,
  fields: { columns: 'replace', nullsNotDistinct: 'replace', deferrable: 'replace' },
  create: (object, view) =>
    add(object, staysOpenWhole(object.parent, view), {
      conditions: noDuplicates(object.attrs.columns, view, object.attrs.nullsNotDistinct, object.parent),
    }),
  drop: (object, view) => [dropUnique(object, view.from)],
  rename: ({ from, to }, view) =>
    isRepeated(to, view.from)
      ? [dropUnique(from, view.from), ...add(to, staysOpenWhole(to.parent, view))]
      : [renameConstraint(from.id, to.id)],
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`, `constraint ${dotted(id.schema, id.table, id.name)}`],
})

/**
 * Does the primary key, or a unique constraint that comes first by name, have the same columns? CREATE TABLE leaves such
 * a repetition out without a word (transformIndexConstraints), so databases are found with it and without it.
 */
export function isRepeated(object: Unique, schema: Schema): boolean {
  if (!object.parent || object.attrs.nullsNotDistinct) return false
  const columns = object.attrs.columns.join()
  return schema.children(object.parent).some((other) => {
    if (!unique.is(other) && !primaryKey.is(other)) return false
    if (other.attrs.columns.join() !== columns || other.attrs.deferrable !== object.attrs.deferrable) return false
    return primaryKey.is(other) || (!other.attrs.nullsNotDistinct && other.id.name < object.id.name)
  })
}

const dropUnique = (object: Unique, schema: Schema): Draft =>
  dropConstraint(object.id, isRepeated(object, schema) ? 'IF EXISTS ' : '')

const nullsOf = ({ attrs }: Unique): string => (attrs.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '')

/** The constraint as CREATE TABLE writes it. */
export const uniqueClause = (object: Unique): string =>
  `CONSTRAINT ${ident(object.id.name)} UNIQUE${nullsOf(object)}(${identList(object.attrs.columns)})${deferrableClause(object.attrs.deferrable)}`

const add = (object: Unique, open: boolean, rest: Omit<Draft, 'sql'> = {}): readonly Draft[] =>
  addKey(object.id, { word: 'UNIQUE', nulls: nullsOf(object), ...object.attrs }, open, rest)
