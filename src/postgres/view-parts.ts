import type { Condition, Draft, Lock, View } from '../dialect/kind.ts'
import { type Json, type Key, key, keyOf, kindOf, nameOf, type Obj, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import { column } from './column.ts'
import { columnExists, relationIs } from './exists.ts'
import { move, type ViewWord } from './move.ts'
import { namesIn, types } from './names.ts'
import type { Parameters } from './parameters.ts'
import { type Query, readQuery } from './sql/query.ts'
import { dotted, literal } from './sql/quote.ts'
import { outputsOf, spelledOut } from './view-columns.ts'

/** What views of both kinds have. */
export type Viewed = {
  /** The query; null where somebody else makes the view and the schema files only read from it. */
  readonly definition: string | null
  /** Its columns as identifiers, in order; an expression where nothing names it. `withColumns` reads them off the definition. */
  readonly columns: readonly string[]
  /** Options in the database's words: `{ security_barrier: true }`. */
  readonly with: Parameters
  /** What drizzle-kit's snapshot says of the columns, kept for the snapshot. */
  readonly declares: Readonly<Record<string, Json>>
}

type Id = 'schema' | 'name'
export type AnyView = Obj<Id, Viewed>

const kinds = ['table', 'view', 'materializedView']

/** The state with the columns of its views, as their names are before any rename: a view keeps them when a table's column gets another name. */
export function withColumns(schema: Schema): Schema {
  const isView = (object: Obj): boolean => object.kind === 'view' || object.kind === 'materializedView'
  if (![...schema].some(isView)) return schema
  return new Schema(
    [...schema].map((object) => {
      const { definition } = object.attrs
      if (!isView(object) || typeof definition !== 'string') return object
      const columns = outputsOf(spelledOut(definition, schema), schema).map(({ label }) => label)
      return { ...object, attrs: { ...object.attrs, columns } }
    }),
  )
}

const queries = new WeakMap<object, Query>()

function queryOf({ attrs }: AnyView): Query {
  const known = queries.get(attrs)
  if (known) return known
  const query = readQuery(attrs.definition ?? '')
  queries.set(attrs, query)
  return query
}

/** The relations that a view reads from, as far as the state has them. A name alone is one of `public`. */
const relationsOf = (object: AnyView, schema: Schema): Key[] =>
  queryOf(object).sources.flatMap(({ schema: place, name }) =>
    kinds.map((kind) => key(kind, place ?? 'public', name)).filter((k) => schema.has(k)),
  )

/** What a view refers to: relations, the columns of theirs that it names or may mean by `*`, functions that it calls, types. */
export function findsOf(object: AnyView, schema: Schema): readonly Key[] {
  const { names, calls, hasStar } = queryOf(object)
  const relations = relationsOf(object, schema)
  const columns = relations
    .flatMap((k) => schema.children(k))
    .filter((child) => column.is(child) && (hasStar || names.has(child.id.name)))
  const rest = namesIn(object.attrs.definition ?? '', object as Obj, schema, ['function', 'sequence', ...types])
  const isCalled = (k: Key) => kindOf(k) !== 'function' || calls.has(schema.get(k)!.id.name!)
  return [...relations, ...columns.map(keyOf), ...rest.filter(isCalled)]
}

/** To make a view is to read what it reads from. */
export const readLock = (object: AnyView, { to }: View): Lock =>
  relationsOf(object, to).length > 0 ? 'access-share' : 'none'

/** The query as CREATE takes it. */
export const queryText = ({ attrs }: AnyView, { to }: View): string =>
  spelledOut(attrs.definition ?? '', to)
    .trim()
    .replace(/;$/, '')

/** May the new query replace the old one in place? It gives the same columns, and others only behind them. */
export function keepsColumns({ from, to }: Pair<AnyView>, view: View): boolean {
  const [was, is] = [
    { query: queryOf(from), outputs: outputsOf(queryText(from, { ...view, to: view.from }), view.from) },
    { query: queryOf(to), outputs: outputsOf(queryText(to, view), view.to) },
  ]
  const isTold = ({ query, outputs }: typeof was) =>
    !query.isCombined && outputs.length > 0 && !outputs.some(({ label }) => label.endsWith('*'))
  return (
    isTold(was) &&
    isTold(is) &&
    from.attrs.columns.every(
      (label, i) => label === to.attrs.columns[i] && was.outputs[i]?.type === is.outputs[i]?.type,
    )
  )
}

/** Columns that are named after those of a table, whose names are others now. Undefined where more has changed than names. */
export function columnRenames(word: ViewWord, { from, to }: Pair<AnyView>): readonly Draft[] | undefined {
  const [was, is] = [from.attrs.columns, to.attrs.columns]
  const changed = was.flatMap((label, i) => (label === is[i] ? [] : [{ from: label, to: is[i] ?? '' }]))
  const isNames = changed.every((one) => one.from.startsWith('"') && one.to.startsWith('"') && !was.includes(one.to))
  if (from.attrs.definition !== to.attrs.definition || was.length !== is.length || !isNames) return undefined
  const { schema, name } = to.id
  return changed.map((one) => ({
    sql: `ALTER ${word} ${dotted(schema, name)} RENAME COLUMN ${one.from} TO ${one.to}`,
    unless: columnExists(schema, name, one.to.slice(1, -1).replaceAll('""', '"')),
  }))
}

/** Nothing where somebody else makes the view. */
export function dropView(word: ViewWord, object: AnyView, view: View): readonly Draft[] {
  if (object.attrs.definition === null) return []
  const { schema, name } = object.id
  return [
    {
      sql: `DROP ${word} ${dotted(schema, name)}`,
      unless: `NOT ${relationIs(word === 'VIEW' ? 'v' : 'm', object.id)}`,
      conditions: undeclaredParts(object, view),
    },
  ]
}

/** The same for another name or schema. */
export const moveView = (word: ViewWord, pair: Pair<AnyView>): readonly Draft[] =>
  pair.from.attrs.definition === null ? [] : move(word, pair, 'access-exclusive')

/** What was made by hand on a view would be gone with it when it is dropped to be made again. */
function undeclaredParts(object: AnyView, view: View): readonly Condition[] {
  const before = view.before(keyOf(object))
  if (!before || !view.to.has(keyOf(object))) return []
  const name = dotted(...Object.values(before.id))
  const declared = view.from.children(keyOf(object)).map((part) => literal(nameOf(keyOf(view.before(keyOf(part))!))))
  const on = `to_regclass(${literal(name)})`
  return [
    {
      query:
        `SELECT count(*) FROM (SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = ${on}` +
        ` UNION ALL SELECT tgname FROM pg_trigger WHERE tgrelid = ${on} AND NOT tgisinternal` +
        ` UNION ALL SELECT rulename FROM pg_rewrite WHERE ev_class = ${on} AND rulename <> '_RETURN') AS part (name)` +
        ` WHERE name <> ALL (ARRAY[${declared.join(', ')}]::name[])`,
      says: `indexes, triggers or rules of ${name}, which is made again, are declared nowhere and would be lost`,
    },
  ]
}
