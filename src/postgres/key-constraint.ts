import type { Condition, Draft, View } from '../dialect/kind.ts'
import { type Key, key, type Obj, type Pair } from '../schema/object.ts'
import { isBuiltBeside, saidAgain } from './built-beside.ts'
import { type InTable, tableOf } from './constraint.ts'
import { type Deferrable, deferrableClause } from './deferrable.ts'
import { constraintExists } from './exists.ts'
import { addConstraint, staysOpen } from './online.ts'
import { isPartitioned } from './partition.ts'
import { overPartitions } from './spread.ts'
import { ident, identList, includeClause, newName } from './sql/quote.ts'

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
  constraint: KeyConstraint,
  view: View,
  rest: Omit<Draft, 'sql'> = {},
): readonly Draft[] {
  const [first, ...others] = addOpen(id, constraint, view) ?? addConstraint(id, keyClause(constraint), false)
  return [{ ...first!, ...rest }, ...others]
}

/**
 * A changed unique constraint or primary key. Where its index can be built beside the old one, the old constraint and the new
 * one change places in one statement.
 */
export function changeKey(
  { from, to }: Pair<Pick<Obj<string, KeyAttrs>, 'kind' | 'id' | 'attrs' | 'parent' | 'refs'>>,
  id: Pair<InTable>,
  constraint: KeyConstraint,
  view: View,
  conditions: readonly Condition[],
): readonly Draft[] | 'replace' {
  const isSpread = to.parent !== undefined && isPartitioned(to.parent, view)
  const columns = { from: from.attrs.columns, to: to.attrs.columns }
  if (isSpread || !isBuiltBeside(to.parent, columns, { from: from.refs, to: to.refs }, view)) return 'replace'
  const built = newName(id.to.name)
  // Where it runs again, what stands in the old one's place is the new one.
  const isThere = view.options.guards && id.from.name !== id.to.name
  const swap = [
    `DROP CONSTRAINT ${ident(id.from.name)}`,
    ...(isThere ? [`DROP CONSTRAINT IF EXISTS ${ident(id.to.name)}`] : []),
    `ADD CONSTRAINT ${ident(id.to.name)} ${usingIndex(built, constraint)}`,
  ]
  return [
    { ...buildIndex({ ...id.to, name: built }, constraint), conditions },
    { sql: `ALTER TABLE ${tableOf({ id: id.to })} ${swap.join(', ')}` },
    ...saidAgain(to, view),
  ]
}

/** No constraint of a table whose rows are spread is made from an index, but those of its partitions are. */
function addOpen(id: InTable, constraint: KeyConstraint, view: View): readonly Draft[] | undefined {
  const table = key('table', id.schema, id.table)
  const build = (on: InTable): readonly Draft[] => buildFirst(on, constraint)
  if (!staysOpen(table, view)) return undefined
  if (!isPartitioned(table, view)) return build(id)
  return overPartitions(id, view, (on, isSpread) => (isSpread ? [addToWhole(on, constraint)] : build(on)))
}

const buildFirst = (id: InTable, constraint: KeyConstraint): readonly Draft[] => [
  buildIndex(id, constraint),
  ...addConstraint(id, usingIndex(id.name, constraint), false),
]

const buildIndex = (id: InTable, { nulls, columns, include }: KeyConstraint): Draft => ({
  sql: `CREATE UNIQUE INDEX CONCURRENTLY ${ident(id.name)} ON ${tableOf({ id })} (${identList(columns)})${includeClause(include)}${nulls}`,
  lock: 'share-update-exclusive',
  alone: true,
})

/** The constraint from an index, which then has its name. */
const usingIndex = (index: string, { word, deferrable }: KeyConstraint): string =>
  `${word} USING INDEX ${ident(index)}${deferrableClause(deferrable)}`

/** It holds once each partition has it, too. */
const addToWhole = (id: InTable, constraint: KeyConstraint): Draft => ({
  sql: `ALTER TABLE ONLY ${tableOf({ id })} ADD CONSTRAINT ${ident(id.name)} ${keyClause(constraint)}`,
  unless: constraintExists(id.schema, id.table, id.name),
})
