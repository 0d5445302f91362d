import type { Draft } from '../dialect/kind.ts'
import type { Key } from '../schema/object.ts'
import { type InTable, tableOf } from './constraint.ts'
import { type Deferrable, deferrableClause } from './deferrable.ts'
import { addConstraint } from './online.ts'
import { ident, identList, includeClause } from './quote.ts'

/** What a unique constraint and a primary key have in common: an index is behind them. */
export type KeyAttrs = {
  /** In key order. */
  readonly columns: readonly Key[]
  /** Columns that the index only carries, for scans of the index alone. */
  readonly include: readonly Key[]
  readonly deferrable: Deferrable
}

/** What a key has that Drizzle cannot say, when nobody says so. */
export const ordinaryKey = { include: [], deferrable: null } as const

interface KeyConstraint extends KeyAttrs {
  readonly word: 'UNIQUE' | 'PRIMARY KEY'
  /** What a unique constraint says of missing values. */
  readonly nulls: '' | ' NULLS NOT DISTINCT'
}

/** All that its index is about, and carries. */
export const keyRefs = ({ columns, include }: Omit<KeyAttrs, 'deferrable'>): readonly Key[] => [
  ...new Set([...columns, ...include]),
]

/** The constraint as CREATE TABLE and ADD write it, without its name. */
export const keyClause = ({ word, nulls, columns, include, deferrable }: KeyConstraint): string =>
  `${word}${nulls}(${identList(columns)})${includeClause(include)}${deferrableClause(deferrable)}`

/** Adds a unique constraint or a primary key. Where the table stays open, its index is built first, while rows are written. */
export function addKey(
  id: InTable,
  key: KeyConstraint,
  open: boolean,
  rest: Omit<Draft, 'sql'> = {},
): readonly Draft[] {
  if (!open) return addConstraint(id, keyClause(key), false, rest)
  const name = ident(id.name)
  const columns = `(${identList(key.columns)})${includeClause(key.include)}`
  const [add] = addConstraint(id, `${key.word} USING INDEX ${name}${deferrableClause(key.deferrable)}`, false)
  return [
    {
      sql: `CREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${tableOf({ id })} ${columns}${key.nulls}`,
      lock: 'share-update-exclusive',
      alone: true,
      ...rest,
    },
    add!,
  ]
}
