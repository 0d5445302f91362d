import { kind } from '../dialect/kind.ts'
import type { Key, Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { dropConstraint, renameConstraint, tableOf } from './constraint.ts'
import { goesAlong } from './goes-along.ts'
import { namesIn, types } from './names.ts'
import { addConstraint, staysOpen } from './online.ts'
import { withoutOwnTable } from './partition.ts'
import { unmoved } from './rows.ts'
import { dotted, ident } from './sql/quote.ts'

export type CheckAttrs = {
  /** The text between the parentheses. */
  readonly expression: string
}

type Id = 'schema' | 'table' | 'name'
type Check = Obj<Id, CheckAttrs>

/** A check constraint (manual 5.5.1). */
export const check = kind<Id, CheckAttrs>({
  name: 'check',
  word: 'check constraint',
  cascades: (object, view) => goesAlong(object, named(object, view.from), view),
  rigid: () => true,
  texts: ['expression'],
  fields: { expression: 'replace' },
  create: (object, view) => {
    const asked = [...(object.parent ? [object.parent] : []), ...named(object, view.to)]
    const condition = {
      query: `SELECT count(*) FROM ${tableOf(object)} WHERE NOT (${object.attrs.expression})`,
      says: `rows of ${tableOf(object)} break the check ${ident(object.id.name)}`,
    }
    return addConstraint(
      object.id,
      `CHECK (${withoutOwnTable(object.attrs.expression, object, view)})`,
      staysOpen(object.parent, view),
      {
        conditions: unmoved(asked, view) ? [condition] : [],
      },
    )
  },
  drop: ({ id }) => [dropConstraint(id)],
  rename: ({ from, to }) => [renameConstraint(from.id, to.id)],
  claims: ({ id }) => [`constraint ${dotted(id.schema, id.table, id.name)}`],
  finds: (object, schema) => named(object, schema),
})

const named = (object: Check, schema: Schema): readonly Key[] =>
  namesIn(object.attrs.expression, object, schema, ['column', 'function', ...types])

/** The constraint as CREATE TABLE writes it. */
export const checkClause = ({ id, attrs }: Check): string => `CONSTRAINT ${ident(id.name)} CHECK (${attrs.expression})`
