import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { lex, meaning } from './sql/lex.ts'
import { sqlName } from './sql/quote.ts'

/** How the rows of a table are spread, and what it holds a part of (manual 5.12). */
export type Partitioning = {
  /** What follows PARTITION BY: `RANGE ("at")`. Null for a table that holds its rows itself. */
  readonly partitionBy: string | null
  /** A partition has the columns, constraints and indexes of this table, and is no object but by its own. */
  readonly partitionOf: Partition | null
}

export type Partition = {
  readonly table: Key
  /** `FOR VALUES FROM (1) TO (10)`, `DEFAULT` */
  readonly bound: string
}

/** Nothing is lost because a name is quoted. */
export const sameSpread = (from: string | null, to: string | null): boolean =>
  from === to || (from !== null && to !== null && unquoted(from) === unquoted(to))

const unquoted = (text: string): string => text.replace(/"([a-z_][a-z0-9_]*)"/g, '$1')

/** A table of either kind. */
type Table = Obj<'schema' | 'name', Partitioning>

/** What a table is a partition of. */
export const partitionOf = (object: Obj | undefined): Partition | null =>
  object?.kind === 'table' ? (object as Table & Obj).attrs.partitionOf : null

/** Are its rows spread over partitions, now or then? */
export const isPartitioned = (table: Key, { from, to }: Pair<Schema>): boolean =>
  [from, to].some((schema) => typeof schema.get(table)?.attrs.partitionBy === 'string')

/**
 * The text of what an object of a table says, as ALTER TABLE takes it. Postgres reads it anew for every partition, where the
 * table is not known by its name (ATAddCheckNNConstraint and ATPrepAddColumn in tablecmds.c).
 */
export function withoutOwnTable(text: string, { id, parent }: Obj<'schema' | 'table'>, view: Pair<Schema>): string {
  if (!parent || !isPartitioned(parent, view)) return text
  const tokens = [...lex(text)]
  const spells = (at: number, names: readonly string[]) =>
    names.every((name, i) => {
      const [token, dot] = tokens.slice(at + 2 * i)
      return token?.kind === 'name' && meaning(token) === name && dot?.text === '.'
    })
  return tokens.reduceRight((text, { offset }, at) => {
    const names = [[id.schema, id.table], [id.table]].find((one) => tokens[at - 1]?.text !== '.' && spells(at, one))
    return names ? text.slice(0, offset) + text.slice(tokens[at + 2 * names.length]!.offset) : text
  }, text)
}

/** The table that a partition is a part of in the end, whose columns are its own; of another table itself. */
export const rootOf = (table: Key, schema: Schema): Key => wholesOf(table, schema).at(-1) ?? table

/** What a table is a partition of, and that, innermost first. */
export function wholesOf(table: Key, schema: Schema): readonly Key[] {
  const of = partitionOf(schema.get(table))
  return of ? [of.table, ...wholesOf(of.table, schema)] : []
}

/** The partitions of a table and of its partitions, outermost first. */
export const partitionsOf = (table: Key, schema: Schema): readonly Obj[] =>
  directPartitionsOf(table, schema).flatMap((one) => [one, ...partitionsOf(keyOf(one), schema)])

/** The partitions of a table alone, in key order. */
export const directPartitionsOf = (table: Key, schema: Schema): readonly Obj[] => spreadOf(table, schema).partitions

/** The partition of a table that holds what no other one does. */
export const defaultPartitionOf = (table: Key, schema: Schema): Obj | undefined => spreadOf(table, schema).rest

interface Spread {
  readonly partitions: Obj[]
  rest?: Obj
}

const spreads = new WeakMap<Schema, Map<Key, Spread>>()

/** Found once: each of many partitions asks for those beside it. */
function spreadOf(table: Key, schema: Schema): Spread {
  const known = spreads.get(schema) ?? new Map<Key, Spread>()
  spreads.set(schema, known)
  const found = known.get(table) ?? { partitions: [] }
  if (!known.has(table))
    for (const one of schema.users(table)) {
      const of = partitionOf(one)
      if (of?.table !== table) continue
      found.partitions.push(one)
      if (of.bound === 'DEFAULT') found.rest = one
    }
  known.set(table, found)
  return found
}

/** `PARTITION OF "public"."events" FOR VALUES IN ('a')` */
export const partitionClause = ({ table, bound }: Partition): string => `PARTITION OF ${sqlName(table)} ${bound}`
