import { kind } from '../dialect/kind.ts'
import { type Key, key, type Obj } from '../schema/object.ts'
import { dotted, ident, identList } from './quote.ts'
import { noDuplicates } from './rows.ts'

export type UniqueAttrs = {
  readonly columns: readonly Key[]
  /** NULLS NOT DISTINCT (from 15). */
  readonly nullsNotDistinct: boolean
}

type Id = 'schema' | 'table' | 'name'
type Unique = Obj<Id, UniqueAttrs>

/** A unique constraint (manual 5.5.3). */
export const unique = kind<Id, UniqueAttrs>({
  name: 'unique',
  word: 'unique constraint',
  cascades: () => true,
  fields: { columns: 'replace', nullsNotDistinct: 'replace' },
  create: (object, view) => [
    {
      sql: `ALTER TABLE ${tableOf(object)} ADD ${uniqueClause(object)}`,
      conditions: noDuplicates(object.attrs.columns, view, { nulls: object.attrs.nullsNotDistinct }),
    },
  ],
  drop: (object) => [{ sql: `ALTER TABLE ${tableOf(object)} DROP CONSTRAINT ${ident(object.id.name)}` }],
  rename: ({ from, to }) => [
    { sql: `ALTER TABLE ${tableOf(from)} RENAME CONSTRAINT ${ident(from.id.name)} TO ${ident(to.id.name)}` },
  ],
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`, `constraint ${dotted(id.schema, id.table, id.name)}`],
})

export const uniqueKey = (schema: string, table: string, name: string) => key('unique', schema, table, name)

const tableOf = ({ id }: Obj<Id>): string => dotted(id.schema, id.table)

/** The constraint as CREATE TABLE and ADD write it. */
export const uniqueClause = ({ id, attrs }: Unique): string =>
  `CONSTRAINT ${ident(id.name)} UNIQUE${attrs.nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''}(${identList(attrs.columns)})`
