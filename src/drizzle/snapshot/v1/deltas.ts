import { canonical } from '../../../schema/hash.ts'
import type { Json } from '../../../schema/object.ts'
import type { Delta, Row } from './format.ts'

/** Rows by their keys, in the order in which they came. */
export type Rows = ReadonlyMap<string, Row>

const byName = ['name']
const inSchema = ['schema', 'name']
const inTable = ['schema', 'table', 'name']

/** The names that tell one row from another of its type. */
const identities: Readonly<Record<Row['entityType'], readonly string[]>> = {
  schemas: byName,
  tables: inSchema,
  enums: inSchema,
  columns: inTable,
  indexes: inSchema,
  fks: inTable,
  pks: inTable,
  uniques: inTable,
  checks: inTable,
  sequences: inSchema,
  roles: byName,
  privileges: ['schema', 'table', 'grantor', 'grantee', 'type'],
  policies: inTable,
  views: inSchema,
}

/** The key by which a delta names a row. */
const rowKey = (row: Row): string =>
  `${row.entityType}\0${JSON.stringify(identities[row.entityType].map((name) => row[name as keyof Row]))}`

export const keyed = (rows: Iterable<Row>): Map<string, Row> => new Map(Array.from(rows, (row) => [rowKey(row), row]))

/** What leads from one state to another. A rename is a drop and a create: of a state nothing more can be told. */
export function deltasOf(from: Rows, to: Rows): readonly Delta[] {
  const created = [...to].filter(([key]) => !from.has(key)).map(([, row]): Delta => ({ op: 'create', row }))
  const dropped = [...from.keys()].filter((key) => !to.has(key)).map((key): Delta => ({ op: 'drop', key }))
  const altered = [...to].flatMap(([key, row]): Delta[] => {
    const before = from.get(key)
    const set = before && changed(before, row)
    return set && Object.keys(set).length > 0 ? [{ op: 'alter', key, set }] : []
  })
  return [...created, ...dropped, ...altered]
}

const changed = (from: Row, to: Row) =>
  Object.fromEntries(Object.entries(to).filter(([name, value]) => !same(from[name as keyof Row], value)))

const same = (a: unknown, b: unknown) => a === b || canonical(a as Json) === canonical(b as Json)

/** Changes a state. What a delta names and is not there, it leaves alone, as drizzle-kit does. */
export function apply(state: Map<string, Row>, deltas: readonly Delta[]): void {
  for (const delta of deltas) {
    if (delta.op === 'create') state.set(rowKey(delta.row), delta.row)
    else if (delta.op === 'drop') state.delete(delta.key)
    else alter(state, delta.key, delta.set)
  }
}

function alter(state: Map<string, Row>, key: string, set: Readonly<Record<string, unknown>>): void {
  const row = state.get(key)
  if (!row) return
  const next = { ...row, ...set } as Row
  if (rowKey(next) === key) state.set(key, next)
  else follow(state, row, next)
}

/**
 * Gives a row another name, and everything that names it too. The order of the rows stays, which is that of a table's
 * columns.
 */
function follow(state: Map<string, Row>, from: Row, to: Row): void {
  const rows = [...state.values()].map((row) => (row === from ? to : renamed(row, from, to)))
  state.clear()
  for (const row of rows) state.set(rowKey(row), row)
}

/** The fields of a row that may name another one, after the type of that one. */
function renamed(row: Row, from: Row, to: Row): Row {
  const at = (names: Readonly<Record<string, string>>): object | undefined => {
    const here = Object.entries(names)
    if (!here.every(([field, name]) => field in row && row[field as keyof Row] === from[name as keyof Row])) return
    return Object.fromEntries(here.map(([field, name]) => [field, to[name as keyof Row]]))
  }
  const table = { schema: 'schema', table: 'name' }
  const place = { schema: 'schema', table: 'table' }
  switch (from.entityType) {
    case 'schemas':
      return { ...row, ...at({ schema: 'name' }), ...at({ schemaTo: 'name' }), ...at({ typeSchema: 'name' }) } as Row
    case 'tables':
      return { ...row, ...at(table), ...at({ schemaTo: 'schema', tableTo: 'name' }) } as Row
    case 'enums':
      return { ...row, ...at({ typeSchema: 'schema', type: 'name' }) } as Row
    case 'roles':
      return row.entityType === 'policies'
        ? { ...row, roles: swapped(row.roles, from.name, nameOf(to)) }
        : ({ ...row, ...at({ grantee: 'name' }), ...at({ grantor: 'name' }) } as Row)
    case 'columns':
      return {
        ...row,
        ...(at(place) && 'columns' in row && { columns: inColumns(row.columns, from.name, nameOf(to)) }),
        ...(row.entityType === 'fks' &&
          at({ schemaTo: 'schema', tableTo: 'table' }) && { columnsTo: swapped(row.columnsTo, from.name, nameOf(to)) }),
      } as Row
    default:
      return row
  }
}

const nameOf = (row: Row) => (row as Row & { name: string }).name

type Part = string | { readonly value: string; readonly isExpression: boolean }

const inColumns = (columns: readonly Part[], from: string, to: string) =>
  columns.map((part) => {
    if (typeof part === 'string') return part === from ? to : part
    return !part.isExpression && part.value === from ? { ...part, value: to } : part
  })

const swapped = (names: readonly string[], from: string, to: string) => names.map((name) => (name === from ? to : name))
