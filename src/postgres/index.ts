import { type Condition, type Draft, kind, type View } from '../dialect/kind.ts'
import { type Key, keyOf, nameOf, namesOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { relationExists } from './exists.ts'
import { goesAlong } from './goes-along.ts'
import { impliedName } from './implied-name.ts'
import { extensionsIn, namesIn, placed, types } from './names.ts'
import { staysOpenWhole } from './online.ts'
import { type Parameters, parameterList, parametersBeside, sameParameters } from './parameters.ts'
import { isPartitioned, partitionOf, partitionsOf } from './partition.ts'
import { dotted, ident, includeClause } from './quote.ts'
import { noDuplicates, noRepeats, unmoved } from './rows.ts'

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
type Index = Obj<Id, IndexAttrs>

/** An index (manual, CREATE INDEX). */
export const index = kind<Id, IndexAttrs>({
  name: 'index',
  word: 'index',
  cascades: (object, view) => goesAlong(object, named(object, view.from), view),
  rigid: ({ attrs }) => attrs.where !== null || attrs.parts.some((part) => part.expression !== null),
  texts: ['parts', 'where'],
  fields: {
    method: 'replace',
    unique: 'replace',
    parts: 'replace',
    include: 'replace',
    nullsNotDistinct: 'replace',
    where: 'replace',
    with: { same: sameParameters, alter: setParameters },
    concurrently: 'ignore',
  },
  create: (object, view) => {
    const stands = object.parent !== undefined && view.before(object.parent) !== undefined
    const isSpread = object.parent !== undefined && isPartitioned(object.parent, view)
    const alone = stands && !isSpread && (object.attrs.concurrently || view.options.online)
    const over = stands && isSpread && view.options.online ? standingPartitions(object.parent!, view) : undefined
    if (over) return createSpread(object, over, view)
    return [
      {
        sql: createIndex(object, view.to, alone ? 'CONCURRENTLY' : undefined),
        lock: alone ? 'share-update-exclusive' : 'share',
        alone,
        // A materialized view may be made again before, with other rows.
        conditions: object.attrs.unique && object.parent?.startsWith('table:') ? repeated(object, view) : [],
      },
    ]
  },
  drop: ({ id, parent }, view) => [
    staysOpenWhole(parent, view)
      ? { sql: `DROP INDEX CONCURRENTLY ${dotted(id.schema, id.name)}`, lock: 'share-update-exclusive', alone: true }
      : { sql: `DROP INDEX ${dotted(id.schema, id.name)}` },
  ],
  rename: ({ from, to }) => [
    {
      sql: `ALTER INDEX ${dotted(from.id.schema, from.id.name)} RENAME TO ${ident(to.id.name)}`,
      lock: 'share-update-exclusive',
      unless: relationExists(to.id.schema, to.id.name),
    },
  ],
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

function setParameters({ from, to }: Pair<Index>): readonly Draft[] | 'replace' {
  const set = parametersBeside(to.attrs.with, from.attrs.with)
  const gone = Object.keys(from.attrs.with).filter((name) => !(name in to.attrs.with))
  if (![...Object.keys(set), ...gone].every((name) => inPlace.test(name))) return 'replace'
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

/** Partitions, of partitions too; undefined where one comes only now, which has the index by itself or not. */
function standingPartitions(table: Key, view: View): readonly Obj[] | undefined {
  const all = partitionsOf(table, view.to)
  return all.every((one) => view.before(keyOf(one))) ? all : undefined
}

/** Nobody is locked out while the indexes of the partitions are built; with the last of them the whole one is (manual 5.12.2.2). */
function createSpread(object: Index, partitions: readonly Obj[], view: View): readonly Draft[] {
  const conditions = object.attrs.unique ? repeated(object, view) : []
  const names = new Map([[object.parent!, object.id.name]])
  for (const { id } of partitions) names.set(keyOf({ kind: 'table', id }), impliedName(id.name!, object.id.name, 'idx'))
  const made = partitions.map((table) => {
    const k = keyOf(table)
    const isLeaf = !isPartitioned(k, view)
    const one = { ...object, id: { schema: table.id.schema!, table: table.id.name!, name: names.get(k)! } }
    const lock = isLeaf ? ('share-update-exclusive' as const) : ('share' as const)
    return { sql: createIndex(one, view.to, isLeaf ? 'CONCURRENTLY' : 'ONLY'), lock, alone: isLeaf }
  })
  const attached = partitions.map((table): Draft => {
    const above = partitionOf(table)!.table
    const [whole, part] = [above, keyOf(table)].map((k) => dotted(namesOf(k)[0]!, names.get(k)!))
    return { sql: `ALTER INDEX ${whole} ATTACH PARTITION ${part}` }
  })
  return [{ sql: createIndex(object, view.to, 'ONLY'), lock: 'share', conditions }, ...made, ...attached]
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
