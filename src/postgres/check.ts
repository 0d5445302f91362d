import { kind } from '../dialect/kind.ts'
import type { Obj } from '../schema/object.ts'
import { namesIn } from './names.ts'
import { dotted, ident } from './quote.ts'
import { unmoved } from './rows.ts'

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
  cascades: () => true,
  rigid: () => true,
  texts: ['expression'],
  fields: { expression: 'replace' },
  create: (object, view) => {
    const named = [
      ...(object.parent ? [object.parent] : []),
      ...namesIn(object.attrs.expression, object, view.to, ['column', 'enum']),
    ]
    return [
      {
        sql: `ALTER TABLE ${tableOf(object)} ADD ${checkClause(object)}`,
        conditions: unmoved(named, view)
          ? [
              {
                query: `SELECT count(*) FROM ${tableOf(object)} WHERE NOT (${object.attrs.expression})`,
                says: `rows of ${tableOf(object)} break the check ${ident(object.id.name)}`,
              },
            ]
          : [],
      },
    ]
  },
  drop: (object) => [{ sql: `ALTER TABLE ${tableOf(object)} DROP CONSTRAINT ${ident(object.id.name)}` }],
  rename: ({ from, to }) => [
    { sql: `ALTER TABLE ${tableOf(from)} RENAME CONSTRAINT ${ident(from.id.name)} TO ${ident(to.id.name)}` },
  ],
  claims: ({ id }) => [`constraint ${dotted(id.schema, id.table, id.name)}`],
  finds: (object, schema) => namesIn(object.attrs.expression, object, schema, ['column', 'enum']),
})

const tableOf = ({ id }: Obj<Id>): string => dotted(id.schema, id.table)

/** The constraint as CREATE TABLE and ADD write it. */
export const checkClause = ({ id, attrs }: Check): string => `CONSTRAINT ${ident(id.name)} CHECK (${attrs.expression})`
