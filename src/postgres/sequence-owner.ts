import { type Draft, kind } from '../dialect/kind.ts'
import { type Key, namesOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { disown } from './sequence.ts'
import { dotted, sqlName } from './sql/quote.ts'

export type SequenceOwnerAttrs = { readonly column: Key }

type SequenceOwner = Obj<'schema' | 'name', SequenceOwnerAttrs>

/**
 * The column that a sequence goes with: dropped with it, moved with its table (manual, CREATE SEQUENCE, OWNED BY). It stands
 * for itself and has the id of its sequence, so a column that counts by its own sequence is no circle.
 */
export const sequenceOwner = kind<'schema' | 'name', SequenceOwnerAttrs>({
  name: 'sequenceOwner',
  word: 'owner of a sequence',
  fields: {
    // A column that goes is let go of before another one comes.
    column: { alter: ({ from, to }, view) => (view.to.has(from.attrs.column) ? [own(to)] : 'replace') },
  },
  create: (object) => [own(object)],
  drop: (object) => (isApart(object) ? [] : [disown(object.id)]),
})

/** Of the state after renames: they do not lie together any more, so whichever moved has let go. */
const isApart = ({ id, attrs }: SequenceOwner): boolean => namesOf(attrs.column)[0] !== id.schema

/** A table takes the sequences of its columns along to another schema: those that stay let go of it first. */
export const letStay = (table: Key, state: Schema): readonly Draft[] =>
  [...state]
    .filter(sequenceOwner.is)
    .filter((one) => isApart(one) && state.get(one.attrs.column)?.parent === table)
    .map(({ id }) => disown(id))

const own = ({ id, attrs }: SequenceOwner) =>
  ({
    sql: `ALTER SEQUENCE ${dotted(id.schema, id.name)} OWNED BY ${sqlName(attrs.column)}`,
    lock: 'share-row-exclusive',
  }) as const
