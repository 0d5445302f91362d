import { kind } from '../dialect/kind.ts'
import type { Key, Obj } from '../schema/object.ts'
import { dotted, sqlName } from './quote.ts'
import { disown } from './sequence.ts'

export type SequenceOwnerAttrs = { readonly column: Key }

type SequenceOwner = Obj<'schema' | 'name', SequenceOwnerAttrs>

/**
 * The column that a sequence goes with: dropped with it, moved with its table (manual, CREATE SEQUENCE, OWNED BY). It stands
 * for itself and has the id of its sequence, so a column that counts by its own sequence is no circle.
 */
export const sequenceOwner = kind<'schema' | 'name', SequenceOwnerAttrs>({
  name: 'sequenceOwner',
  word: 'owner of a sequence',
  fields: { column: { alter: ({ to }) => [own(to)] } },
  create: (object) => [own(object)],
  drop: ({ id }) => [disown(id)],
})

const own = ({ id, attrs }: SequenceOwner) =>
  ({
    sql: `ALTER SEQUENCE ${dotted(id.schema, id.name)} OWNED BY ${sqlName(attrs.column)}`,
    lock: 'share-row-exclusive',
  }) as const
