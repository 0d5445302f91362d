import { type Condition, type Draft, type Field, kind, type View } from '../dialect/kind.ts'
import { type Key, nameOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { isBuiltBeside, saidAgain } from './built-beside.ts'
import type { InTable } from './constraint.ts'
import { relationExists } from './exists.ts'
import { goesAlong } from './goes-along.ts'
import { extensionsIn, namesIn, placed, types } from './names.ts'
import { staysOpen } from './online.ts'
import { type Parameters, parameterList, parametersBeside, sameParameters } from './parameters.ts'
import { isPartitioned } from './partition.ts'
import { noDuplicates, noRepeats, unmoved } from './rows.ts'
import { indexesOver, overPartitions } from './spread.ts'
import { dotted, ident, includeClause, newName } from './sql/quote.ts'
import { standing } from './standing.ts'

/** One column or expression of an index. */
export type IndexPart = {
  readonly column: Key | null
  /** SQL text where it is no plain column. */
  readonly expression: string | null
  readonly asc: boolean
  readonly nulls: 'first' | 'last'
  /** As SQL, where it is not the column's own: `"C"`. */
  readonly collation: string | null
  /** An operator class that is not the type's default. */
  readonly opclass: string | null
}

export type IndexAttrs = {
  /** `btree`, `gin`, `hnsw`… */
  readonly method: string
  readonly unique: boolean
  readonly parts: readonly IndexPart[]
  /** Columns that it only carries, for scans of the index alone. */
  readonly include: readonly Key[]
  /** Of a unique index: missing values count as equal (from 15). */
  readonly nullsNotDistinct: boolean
  /** The predicate of a partial index. */
  readonly where: string | null
  readonly with: Parameters
  /** Built without blocking writes, outside a transaction. How it is made, not what it is. */
  readonly concurrently: boolean
}

/** What an index has that Drizzle cannot say, when nobody says so. */
export const ordinaryIndex = { include: [], nullsNotDistinct: false } as const

type Id = 'schema' | 'table' | 'name'
export type Index = Obj<Id, IndexAttrs>

/** What it is changes in one go. */
const shape = {
  with: ['method', 'unique', 'parts', 'include', 'nullsNotDistinct', 'where', 'with'],
  alter: reshape,
} as const satisfies Field<never, Id, IndexAttrs>

/** An index (manual, CREATE INDEX). */
export const index = kind<Id, IndexAttrs>({
  name: 'index',
  word: 'index',
  cascades: (object, view) => goesAlong(object, named(object, view.from), view),
  rigid: ({ attrs }) => attrs.where !== null || attrs.parts.some((part) => part.expression !== null),
  texts: ['parts', 'where'],
  fields: {
    method: shape,
    unique: shape,
    parts: shape,
    include: shape,
    nullsNotDistinct: shape,
    where: shape,
    with: { same: sameParameters, alter: setParameters },
    concurrently: 'ignore',
  },
  create,
  drop,
  rename,
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`],
  finds: (object, schema) => [
    ...named(object, schema),
    ...extensionsIn([object.attrs.method, ...object.attrs.parts.map(({ opclass }) => opclass)].join(' '), schema),
  ],
})

const named = (object: Index, schema: Schema): readonly Key[] =>
  namesIn(texts(object).join(' '), object, schema, ['column', 'function', ...types])

const texts = ({ attrs }: Index): string[] =>
  [attrs.where, ...attrs.parts.map((part) => part.expression)].filter((text) => text !== null)

/** Parameters of how it is written to, which hold from now on; the others shape what is built. */
const inPlace = /^(?:fillfactor|deduplicate_items|fastupdate|gin_pending_list_limit|autosummarize|buffering)$/

function setParameters({ from, to }: Pair<Index>, view: View): readonly Draft[] | 'replace' {
  const set = parametersBeside(to.attrs.with, from.attrs.with)
  const gone = Object.keys(from.attrs.with).filter((name) => !(name in to.attrs.with))
  if (![...Object.keys(set), ...gone].every((name) => inPlace.test(name))) return reshape({ from, to }, view)
  const alter = (what: string, names: readonly string[]): Draft => ({
    sql: `ALTER INDEX ${dotted(to.id.schema, to.id.name)} ${what}`,
    // Those that leave entries as they are change while rows are written (reloptions.c).
    lock: names.every((name) => /^fill|^dedup/.test(name)) ? 'share-update-exclusive' : 'access-exclusive',
  })
  return [
    ...(gone.length > 0 ? [alter(`RESET (${gone.join(', ')})`, gone)] : []),
    ...(Object.keys(set).length > 0 ? [alter(`SET (${parameterList(set)})`, Object.keys(set))] : []),
  ]
}

/** Over the rows of a table, or of its partitions. */
function create(object: Index, view: View): readonly Draft[] {
  const stands = object.parent !== undefined && standing(object.parent, view) !== undefined
  const isSpread = object.parent !== undefined && isPartitioned(object.parent, view)
  const alone = stands && !isSpread && (object.attrs.concurrently || view.options.online)
  // A materialized view may be made again before, with other rows.
  const conditions = object.attrs.unique && object.parent?.startsWith('table:') ? repeated(object, view) : []
  const make = (id: InTable, how?: 'CONCURRENTLY' | 'ONLY'): Draft => ({
    sql: createIndex({ ...object, id }, view.to, how),
    lock: how === 'CONCURRENTLY' ? 'share-update-exclusive' : 'share',
    alone: how === 'CONCURRENTLY',
  })
  const over =
    stands && isSpread && view.options.online
      ? overPartitions(object.id, view, (id, isSpread) => [make(id, isSpread ? 'ONLY' : 'CONCURRENTLY')])
      : undefined
  const [first, ...others] = over ?? [make(object.id, alone ? 'CONCURRENTLY' : undefined)]
  return [{ ...first!, conditions }, ...others]
}

/** Where it can be, the new one is built under another name first. */
function reshape({ from, to }: Pair<Index>, view: View): readonly Draft[] | 'replace' {
  const columnsOf = ({ attrs }: Index) => attrs.parts.map(({ column }) => column)
  const columns = { from: columnsOf(from), to: columnsOf(to) }
  const uses = {
    from: [...from.refs, ...named(from, view.from)],
    to: [...to.refs, ...named(to, view.to)],
  }
  if (!isBuiltBeside(to.parent, columns, uses, view)) return 'replace'
  const built = { ...to, id: { ...to.id, name: newName(to.id.name) } }
  const [made, meant] = [indexesOver(built.id, view), indexesOver(to.id, view)]
  if (!made || !meant) return 'replace'
  const renames = [...meant].map(([k, id]) => rename({ from: { ...to, id: made.get(k)! }, to: { ...to, id } }))
  return [...create(built, view), ...drop(from, view), ...renames.flat(), ...saidAgain(to, view)]
}

function drop({ id, parent }: Index, view: View): readonly Draft[] {
  const name = dotted(id.schema, id.name)
  if (!staysOpen(parent, view) || isPartitioned(parent!, view)) return [{ sql: `DROP INDEX ${name}` }]
  return [{ sql: `DROP INDEX CONCURRENTLY ${name}`, lock: 'share-update-exclusive', alone: true }]
}

function rename({ from, to }: Pair<Index>): readonly Draft[] {
  const sql = `ALTER INDEX ${dotted(from.id.schema, from.id.name)} RENAME TO ${ident(to.id.name)}`
  return [{ sql, lock: 'share-update-exclusive', unless: relationExists(to.id.schema, to.id.name) }]
}

function createIndex({ id, attrs }: Index, schema: Schema, how?: 'CONCURRENTLY' | 'ONLY'): string {
  const parameters = parameterList(attrs.with)
  return [
    attrs.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX',
    how === 'CONCURRENTLY' && how,
    ident(id.name),
    `ON ${how === 'ONLY' ? 'ONLY ' : ''}${dotted(id.schema, id.table)} USING ${attrs.method} (${attrs.parts.map((part) => partText(part, attrs.method, schema)).join(', ')})${includeClause(attrs.include)}`,
    attrs.nullsNotDistinct && 'NULLS NOT DISTINCT',
    parameters && `WITH (${parameters})`,
    attrs.where !== null && `WHERE ${attrs.where}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Only a B-tree has an order (manual 11.4). */
export function partText(
  { column, expression, collation, asc, nulls, opclass }: IndexPart,
  method: string,
  schema: Schema,
): string {
  const what = column ? ident(nameOf(column)) : parenthesised(expression ?? '')
  const order =
    method !== 'btree'
      ? ''
      : `${asc ? '' : ' DESC'}${(nulls === 'last') === asc ? '' : ` NULLS ${nulls.toUpperCase()}`}`
  return `${what}${collation ? ` COLLATE ${collation}` : ''}${opclass ? ` ${placed(opclass, schema)}` : ''}${order}`
}

/** What may follow a column, a call or parentheses in an index (manual, CREATE INDEX). */
const partTail = /^(\s+collate\s+[\w.]+)?(\s+[\w.]+_ops(\s*\([^)]*\))?)?(\s+(asc|desc))?(\s+nulls\s+(first|last))?\s*$/i

/** `lower(a) DESC` goes in as it is, as drizzle-kit has it; `a || b` needs parentheses. */
function parenthesised(text: string): string {
  const body = text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (part) => 'x'.repeat(part.length))
  let end = /^\s*[\w.]*/.exec(body)![0].length
  let depth = 0
  do depth += body[end] === '(' ? 1 : body[end] === ')' ? -1 : 0
  while (depth > 0 && ++end < body.length)
  if (body[end] === ')') end++
  return partTail.test(body.slice(end)) ? text : `(${text})`
}

/** Where a name has moved, an expression cannot be asked before; where one column alone has, its old name is asked. */
function repeated(object: Index, view: View): readonly Condition[] {
  const { parts, where, nullsNotDistinct: nulls } = object.attrs
  const columns = parts.flatMap(({ column }) => (column ? [column] : []))
  if (where === null && columns.length === parts.length) return noDuplicates(columns, view, nulls, object.parent)
  const asked = [object.parent!, ...object.refs, ...named(object, view.to)]
  if (!unmoved(asked, view)) return []
  const names = parts.map(({ column, expression }) => (column ? ident(nameOf(column)) : `(${expression})`))
  return noRepeats({ table: dotted(object.id.schema, object.id.table), names }, { where, nulls })
}
