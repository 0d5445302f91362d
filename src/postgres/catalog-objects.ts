import type { Key, Obj } from '../schema/object.ts'
import type {
  ColumnRow,
  ConstraintRow,
  EnumRow,
  IndexRow,
  PolicyRow,
  SchemaRow,
  SequenceRow,
  TableRow,
} from './catalog-queries.ts'
import { check } from './check.ts'
import { column, columnKey, type Identity } from './column.ts'
import { enumType } from './enum.ts'
import { type Action, foreignKey } from './foreign-key.ts'
import { impliedName } from './implied-name.ts'
import { index } from './index.ts'
import { type PolicyAttrs, policy } from './policy.ts'
import { primaryKey } from './primary-key.ts'
import { schema, schemaKey } from './schema.ts'
import { type SequenceAttrs, sequence } from './sequence.ts'
import { table, tableKey } from './table.ts'
import { unique } from './unique.ts'

/** What a row of the catalog says: an object, and what it cannot hold. */
export interface Found {
  readonly object: Obj
  /** As SQL words. */
  readonly more: readonly string[]
  /** No object of its own: a part of another one, or of a kind that is not modelled. */
  readonly absent?: boolean
}

/** A table, for the rows that refer to it by number. */
export interface Place {
  readonly schema: string
  readonly name: string
  readonly key: Key
  /** By number; dropped columns leave gaps. */
  readonly columns: ReadonlyMap<number, Key>
}

export type Places = ReadonlyMap<number, Place>

export function placesOf(tables: readonly TableRow[], columns: readonly ColumnRow[]): Places {
  const byTable = new Map<number, Map<number, Key>>(tables.map(({ oid }) => [oid, new Map()]))
  const names = new Map(tables.map((row) => [row.oid, row]))
  for (const { table: oid, number, name } of columns) {
    const of = names.get(oid)
    if (of) byTable.get(oid)!.set(number, columnKey(of.schema, of.name, name))
  }
  return new Map(
    tables.map(({ oid, schema, name }) => [
      oid,
      { schema, name, key: tableKey(schema, name), columns: byTable.get(oid)! },
    ]),
  )
}

export const schemaOf = ({ name, more }: SchemaRow): Found => ({ object: schema.make({ name }, {}), more })

export const enumOf = ({ schema, name, labels, more }: EnumRow): Found => ({
  object: enumType.make({ schema, name }, { values: labels }, schemaKey(schema)),
  more,
})

/** `guarded`: it has policies, so nobody needs to have asked for row level security itself. */
export const tableOf = ({ schema, name, rls, more }: TableRow, guarded: boolean): Found => ({
  object: table.make({ schema, name }, { rls, rlsDeclared: rls && !guarded }, schemaKey(schema)),
  more,
})

/** What a column's numbers and types are looked up in. */
export interface ColumnContext {
  readonly place: Place
  readonly enums: ReadonlyMap<number, Key>
  /** The sequences that the column owns. */
  readonly counters: readonly SequenceRow[]
}

export function columnOf(row: ColumnRow, { place, enums, counters }: ColumnContext): Found {
  const of = enums.get(row.element)
  const serial = counters.find((counter) => isSerial(row, counter, place))
  const counter = row.identity ? counters.find(({ owned }) => owned === 'i') : undefined
  const attrs = {
    type: of ? (row.array ? '[]' : '') : serial ? serials[row.type]!.name : row.type,
    enum: of ?? null,
    notNull: row.notNull,
    default: row.generated || serial ? null : row.expression,
    plainDefault: false,
    generated: row.generated === 's' ? row.expression : null,
    identity: counter ? { generated: identities[row.identity]!, name: counter.name, ...sequenceAttrs(counter) } : null,
    serial: serial?.name ?? null,
    position: [...place.columns.keys()].indexOf(row.number),
  }
  const id = { schema: place.schema, table: place.name, name: row.name }
  return { object: column.make(id, attrs, place.key, of ? [of] : []), more: row.more }
}

const identities: Readonly<Record<string, Identity['generated']>> = { a: 'always', d: 'byDefault' }

/** `owner`: the column that owns it. A sequence behind a serial or identity column is a part of that column. */
export function sequenceOf(row: SequenceRow, owner: Found | undefined): Found {
  const object = sequence.make({ schema: row.schema, name: row.name }, sequenceAttrs(row), schemaKey(row.schema))
  if (row.owned === 'i') return { object, more: row.more, absent: true }
  if (column.is(owner?.object) && owner.object.attrs.serial === row.name && owner.object.id.schema === row.schema)
    return { object, more: [...row.more, ...(isTuned(row) ? ['options of a serial column'] : [])], absent: true }
  const more = [...row.more, ...(row.owned ? ['OWNED BY'] : []), ...(row.type === 'bigint' ? [] : [`AS ${row.type}`])]
  return { object, more }
}

const sequenceAttrs = ({ increment, start, min, max, cache, cycle }: SequenceRow): SequenceAttrs => ({
  increment,
  start,
  min,
  max,
  cache,
  cycle,
})

const serials: Readonly<Record<string, { readonly name: string; readonly max: string }>> = {
  smallint: { name: 'smallserial', max: '32767' },
  integer: { name: 'serial', max: '2147483647' },
  bigint: { name: 'bigserial', max: '9223372036854775807' },
}

/** What `serial` stands for (manual 8.1.4): an integer, required, that takes its default from a sequence of its own. */
const isSerial = (row: ColumnRow, { owned, schema, nextval }: SequenceRow, place: Place): boolean =>
  owned === 'a' && row.type in serials && row.notNull && schema === place.schema && row.expression === nextval

/** Has the sequence of a serial column been given options of its own? */
const isTuned = ({ start, increment, min, cache, cycle, type, max }: SequenceRow): boolean =>
  [start, increment, min, cache].some((value) => value !== '1') || cycle || max !== serials[type]?.max

/** A primary key, unique or check constraint or foreign key; what else there is, and a foreign key to what is not read, is absent. */
export function constraintOf(row: ConstraintRow, place: Place, places: Places): Found {
  const { more } = row
  const id = { schema: place.schema, table: place.name, name: row.name }
  const columns = keysOf(row.columns, place)
  const target = places.get(row.target)
  if (row.type === 'p') {
    const inline = columns.length === 1 && row.name === impliedName(place.name, null, 'pkey')
    const attrs = { name: row.name, columns, inline }
    return { object: primaryKey.make({ schema: place.schema, table: place.name }, attrs, place.key, columns), more }
  }
  if (row.type === 'u')
    return { object: unique.make(id, { columns, nullsNotDistinct: row.nullsNotDistinct }, place.key, columns), more }
  if (row.type === 'c') return { object: check.make(id, { expression: row.expression! }, place.key), more }
  if (row.type === 'f' && target) {
    const targetColumns = keysOf(row.targetColumns, target)
    const [onDelete, onUpdate] = [actions[row.onDelete]!, actions[row.onUpdate]!]
    const attrs = { columns, target: target.key, targetColumns, onDelete, onUpdate }
    return { object: foreignKey.make(id, attrs, place.key, [...columns, target.key, ...targetColumns]), more }
  }
  const object = { kind: 'constraint', id, attrs: {}, refs: [] }
  return { object, more: [row.definition ?? row.type], absent: true }
}

const keysOf = (numbers: readonly number[] | null, { columns }: Place): Key[] =>
  (numbers ?? []).map((number) => columns.get(number)!)

const actions: Readonly<Record<string, Action>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}

export function indexOf(row: IndexRow, place: Place): Found {
  const parts = row.parts.map(({ column, expression, option, opclass }) => ({
    column: place.columns.get(column) ?? null,
    expression,
    asc: (option & 1) === 0,
    nulls: option & 2 ? ('first' as const) : ('last' as const),
    opclass,
  }))
  const attrs = {
    method: row.method,
    unique: row.unique,
    parts,
    where: row.predicate,
    with: Object.fromEntries((row.options ?? []).map((option) => option.split(/=(.*)/s).slice(0, 2))),
    concurrently: false,
  }
  const columns = [...new Set(parts.flatMap((part) => part.column ?? []))]
  const id = { schema: place.schema, table: place.name, name: row.name }
  return { object: index.make(id, attrs, place.key, columns), more: row.more }
}

const commands: Readonly<Record<string, PolicyAttrs['for']>> = {
  '*': 'all',
  r: 'select',
  a: 'insert',
  w: 'update',
  d: 'delete',
}

export function policyOf(row: PolicyRow, place: Place): Found {
  const attrs: PolicyAttrs = {
    as: row.permissive ? 'permissive' : 'restrictive',
    for: commands[row.command]!,
    to: [...row.roles].sort(),
    using: row.using,
    withCheck: row.check,
  }
  return {
    object: policy.make({ schema: place.schema, table: place.name, name: row.name }, attrs, place.key),
    more: [],
  }
}
