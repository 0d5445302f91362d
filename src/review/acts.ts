import type { Lock } from '../dialect/kind.ts'
import { locks } from '../dialect/kind.ts'
import { storedName } from '../postgres/implied-name.ts'
import { partitionsOf } from '../postgres/partition.ts'
import { lex } from '../postgres/sql/lex.ts'
import { dotted } from '../postgres/sql/quote.ts'
import { type Key, key, keyOf, namesOf } from '../schema/object.ts'
import { type Act, type Node, type NodeName, type NodeOf, offsetOf, unitsOf } from './parse.ts'
import type { Statement, Transaction } from './statement.ts'

/** A part of a statement's tree, and the statement of the tree that it stands in. */
export interface Found<K extends NodeName> {
  readonly node: NodeOf<K>
  readonly act: Act
}

/** A table as a statement names it. */
export interface TableName {
  readonly schema: string
  readonly name: string
  /** As observations call it: `public.users`. */
  readonly id: string
  /** `"public"."users"` */
  readonly sql: string
}

export type Command = NodeOf<'AlterTableCmd'>
export type Constraint = NodeOf<'Constraint'>
type Column = NodeOf<'ColumnDef'>

/** What a node holds, where it is of that sort. */
export const only = <K extends NodeName>(node: Node | undefined, name: K): NodeOf<K> | undefined =>
  node && name in node ? ((node as Readonly<Record<string, unknown>>)[name] as NodeOf<K>) : undefined

/** Those of a list that are of that sort. */
export const all = <K extends NodeName>(nodes: readonly Node[] | undefined, name: K): readonly NodeOf<K>[] =>
  (nodes ?? []).flatMap((node) => only(node, name) ?? [])

/** What a statement does that is of that sort. */
export const acts = <K extends NodeName>({ acts }: Statement, name: K): readonly Found<K>[] =>
  acts.flatMap((act) => {
    const node = only(act.node, name)
    return node === undefined ? [] : [{ node, act }]
  })

/** What a statement of a transaction does. */
type Told<K extends NodeName> = Found<K> & { readonly by: number }

const told = new WeakMap<Transaction, Map<NodeName, readonly Told<never>[]>>()

/** What the earlier statements of the same transaction do that is of that sort; they are looked through once for all that ask. */
export function actsBefore<K extends NodeName>({ transaction, number }: Statement, name: K): readonly Told<K>[] {
  const bySort = told.get(transaction) ?? new Map<NodeName, readonly Told<never>[]>()
  told.set(transaction, bySort)
  const all =
    (bySort.get(name) as readonly Told<K>[] | undefined) ??
    transaction.statements.flatMap((one) => acts(one, name).map((found) => ({ ...found, by: one.number })))
  bySort.set(name, all as readonly Told<never>[])
  return all.filter(({ by }) => by < number)
}

/** The texts of a list of `String` nodes: the parts of a name. */
export const strings = (nodes: readonly Node[] | undefined): readonly string[] =>
  all(nodes, 'String').map(({ sval = '' }) => sval)

/** Where nobody says a schema, it is the search path's first. */
export function named(schema: string | undefined, name: string | undefined): TableName {
  const [s, n] = [storedName(schema ?? 'public'), storedName(name ?? '')]
  return { schema: s, name: n, id: `${s}.${n}`, sql: dotted(s, n) }
}

export const tableOf = (relation: NodeOf<'RangeVar'> | undefined): TableName =>
  named(relation?.schemaname, relation?.relname)

/** A name that is a list of strings, the schema first if there is one. */
export function listed(node: Node | undefined): TableName {
  const parts = strings(only(node, 'List')?.items ?? only(node, 'TypeName')?.names)
  return named(parts.at(-2), parts.at(-1))
}

/** One command of an ALTER TABLE. */
export interface Alter {
  readonly table: TableName
  readonly command: Command
  readonly act: Act
}

/** The commands of ALTER TABLE with these subtypes; all of them where none is named. */
export const alters = (
  statement: Statement,
  ...subtypes: readonly NonNullable<Command['subtype']>[]
): readonly Alter[] =>
  acts(statement, 'AlterTableStmt').flatMap(({ node, act }) =>
    node.objtype !== 'OBJECT_TABLE'
      ? []
      : all(node.cmds, 'AlterTableCmd')
          .filter(({ subtype }) => subtypes.length === 0 || (subtype && subtypes.includes(subtype)))
          .map((command) => ({ table: tableOf(node.relation), command, act })),
  )

/** A column that is made, with its table. */
export interface NewColumn {
  readonly table: TableName
  readonly column: Column
  readonly constraints: readonly Constraint[]
  readonly act: Act
}

/** The columns that are added to tables that are there. */
export const addedColumns = (statement: Statement): readonly NewColumn[] =>
  alters(statement, 'AT_AddColumn').flatMap(({ table, command, act }) => {
    const column = only(command.def, 'ColumnDef')
    return column ? [{ table, column, constraints: all(column.constraints, 'Constraint'), act }] : []
  })

/** The columns of the tables that are made. */
const createdColumns = (statement: Statement): readonly NewColumn[] =>
  acts(statement, 'CreateStmt').flatMap(({ node, act }) =>
    all(node.tableElts, 'ColumnDef').map((column) => ({
      table: tableOf(node.relation),
      column,
      constraints: all(column.constraints, 'Constraint'),
      act,
    })),
  )

/** All columns that a statement makes. */
export const newColumns = (statement: Statement): readonly NewColumn[] => [
  ...addedColumns(statement),
  ...createdColumns(statement),
]

/** A constraint that is made. */
export interface NewConstraint {
  readonly table: TableName
  readonly constraint: Constraint
  /** The column that it stands at; null for one of its own. */
  readonly column: string | null
  /** The same, with all that is said of it. */
  readonly definition: NewColumn | null
  readonly act: Act
}

/** The constraints that are added to tables that are there, with those of added columns. */
export const addedConstraints = (statement: Statement): readonly NewConstraint[] => [
  ...alters(statement, 'AT_AddConstraint').flatMap(({ table, command, act }) => {
    const constraint = only(command.def, 'Constraint')
    return constraint ? [{ table, constraint, column: null, definition: null, act }] : []
  }),
  ...addedColumns(statement).flatMap(ofColumn),
]

/** All constraints that a statement makes, those of new tables too. */
export const newConstraints = (statement: Statement): readonly NewConstraint[] => [
  ...addedConstraints(statement),
  ...acts(statement, 'CreateStmt').flatMap(({ node, act }) =>
    all(node.tableElts, 'Constraint').map((constraint) => ({
      table: tableOf(node.relation),
      constraint,
      column: null,
      definition: null,
      act,
    })),
  ),
  ...createdColumns(statement).flatMap(ofColumn),
]

const ofColumn = (definition: NewColumn): readonly NewConstraint[] => {
  const { table, column, constraints, act } = definition
  return constraints.map((constraint) => ({ table, constraint, column: column.colname ?? '', definition, act }))
}

/** What the database said of a statement, where it is the one that it refused, and where: UTF-16 code units from 0. */
export function refusalOf({ number, text, migration: { sighting } }: Statement) {
  const { refused } = sighting
  if (refused?.statement !== number) return undefined
  return { ...refused, offset: unitsOf(text, (refused.position ?? 1) - 1) }
}

/** Its key in a schema. */
export const tableKey = ({ schema, name }: TableName): Key => key('table', schema, name)

/** Was the table there before the migration, so that others may read and write it? */
export const stands = ({ made }: Statement, { schema, id }: TableName): boolean => schema !== 'pg_temp' && !made.has(id)

/** Is it known that what IF EXISTS speaks of was not there? */
export const isAbsent = ({ migration: { before } }: Statement, missingOk: boolean | undefined, k: Key): boolean =>
  missingOk === true && before?.has(k) === false

/**
 * Did the statement lock the table at least so? What did not run, or committed by itself, is taken at its word; and where
 * the same transaction held such a lock already, it cannot be seen who needs it.
 */
export function locked({ seen, number, transaction }: Statement, { id }: TableName, least: Lock): boolean {
  if (!seen?.locks) return true
  return transaction.statements
    .filter((one) => one.number <= number)
    .some((one) => locks.indexOf(one.seen?.locks?.[id] ?? 'none') >= locks.indexOf(least))
}

/** Was a constraint of this name added to the table earlier in the same transaction? */
export const addedTogether = ({ transaction, number }: Statement, { id }: TableName, name: string): boolean =>
  transaction.statements
    .filter((one) => one.number <= number)
    .flatMap(addedConstraints)
    .some(({ table, constraint }) => id === table.id && storedName(constraint.conname ?? '') === storedName(name))

/** A lock that the transaction holds when a statement begins, and the statement that took it. */
export interface HeldLock {
  readonly table: string
  readonly by: number
}

/** The first lock of at least this strength on a table that was there before, as far as it was seen. */
export function heldBefore({ transaction, number }: Statement, least: Lock): HeldLock | undefined {
  for (const one of transaction.statements) {
    if (one.number >= number) return undefined
    for (const [table, lock] of Object.entries(one.seen?.locks ?? {}))
      if (!one.made.has(table) && locks.indexOf(lock) >= locks.indexOf(least)) return { table, by: one.number }
  }
  return undefined
}

/** Was the table written anew, or a partition of it? Null where the statement did not run. */
export function rewritten({ seen, migration: { before } }: Statement, table: TableName): boolean | null {
  if (!seen) return null
  const parts = before && seen.rewrote.length > 0 ? partitionsOf(tableKey(table), before) : []
  const ids = [table.id, ...parts.map((one) => namesOf(keyOf(one)).join('.'))]
  return seen.rewrote.some((id) => ids.includes(id))
}

/** ` (about 12 million rows)`, where a database was asked. */
export function sizeOf({ migration: { sizes } }: Statement, { id }: TableName): string {
  const rows = sizes?.get(id)
  if (rows === undefined) return ''
  return ` (about ${words.format(rows)} ${rows === 1 ? 'row' : 'rows'})`
}

const words = new Intl.NumberFormat('en', { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 })

/** Where a node of an act stands in the text of its statement. */
export const at = ({ text, offset, nested }: Act, location: number | undefined): number =>
  nested ? offset : offset + offsetOf(text, location)

/** The text of a clause that begins there, to the comma or the bracket that ends it. */
export function clause({ text }: Act, location: number | undefined): string {
  const start = offsetOf(text, location)
  const rest = text.slice(start)
  let depth = 0
  let end = 0
  for (const { kind, text, offset } of lex(rest)) {
    if (kind === 'comment') continue
    if (kind === 'symbol') {
      if (depth === 0 && (text === ',' || text === ')' || text === ';')) break
      depth += text === '(' || text === '[' ? 1 : text === ')' || text === ']' ? -1 : 0
    }
    end = offset + text.length
  }
  return rest.slice(0, end)
}

/** Statements of a fix, each on a line; between two transactions stands the mark that separates them. */
export const script = (...statements: readonly string[]): string =>
  statements.map((sql) => (/^--.*$/.test(sql) ? sql : `${sql};`)).join('\n')

/** Updates some of the rows that are left, until none is: each time in a transaction of its own. */
export const batches = ({ sql }: TableName, set: string, left: string): readonly string[] => [
  '-- in batches, each in a transaction of its own, until no row is left:',
  `UPDATE ${sql} SET ${set} WHERE ${left} AND ctid = ANY (ARRAY(SELECT ctid FROM ${sql} WHERE ${left} LIMIT 1000))`,
]

/** Ends a transaction in a migration. */
export const commit = '-- sluice:commit'
