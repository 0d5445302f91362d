import type { SequenceJson, SnapshotJson as Version7, ViewJson } from '../postgres/format.ts'
import { viewOptions } from '../postgres/format.ts'
import { numberOf, said } from './column.ts'
import type { Row, RowOf } from './format.ts'
import { type Belonging, readPolicy, readTable, writePolicy, writeTable } from './table.ts'

/*
 * What a snapshot of version 7 holds as rows, and back. The meaning of an entry is told once, by how version 7 reads it;
 * what the rows cannot hold (a size of a list, a cast of a default, `.existing()` views) is kept beside the snapshot.
 */

/** The state of a snapshot of version 7, but for its ids. */
type State = Omit<Version7, 'id' | 'prevId'>

export function writeRows(json: State): readonly Row[] {
  const enums = Object.values(json.enums)
  const known = new Set(enums.map(({ schema, name }) => JSON.stringify([schema, name])))
  const isEnum = (schema: string, name: string) => known.has(JSON.stringify([schema, name]))
  const linked = Object.values(json.policies ?? {}).map(({ on, schema, ...policy }) =>
    writePolicy(policy, { schema, table: on.slice(`"${schema}"."`.length, -1) }),
  )
  const rows = [
    ...Object.values(json.schemas).map((name): Row => ({ name, entityType: 'schemas' })),
    ...Object.values(json.tables).flatMap((table) => writeTable(table, isEnum)),
    ...enums.map(({ schema, name, values }): Row => ({ schema, name, values, entityType: 'enums' })),
    ...linked,
    ...Object.values(json.sequences ?? {}).map(writeSequence),
    ...Object.values(json.roles ?? {}).map(writeRole),
    ...Object.values(json.views ?? {})
      .filter(({ isExisting }) => !isExisting)
      .map(writeView),
  ]
  // As drizzle-kit lists them: all tables, then all columns …
  return order.flatMap((type) => rows.filter(({ entityType }) => entityType === type))
}

const order: readonly Row['entityType'][] = [
  'schemas',
  'tables',
  'enums',
  'columns',
  'indexes',
  'fks',
  'pks',
  'uniques',
  'checks',
  'sequences',
  'roles',
  'privileges',
  'policies',
  'views',
]

const writeSequence = ({ schema, name, ...options }: SequenceJson): Row => ({
  schema,
  name,
  incrementBy: options.increment ?? null,
  minValue: options.minValue ?? null,
  maxValue: options.maxValue ?? null,
  startWith: options.startWith ?? null,
  cacheSize: numberOf(options.cache),
  cycle: options.cycle ?? null,
  entityType: 'sequences',
})

const writeRole = (role: NonNullable<State['roles']>[string]): Row => ({
  name: role.name,
  superuser: false,
  createDb: role.createDb ?? false,
  createRole: role.createRole ?? false,
  inherit: role.inherit ?? true,
  canLogin: false,
  replication: false,
  bypassRls: false,
  connLimit: -1,
  password: null,
  validUntil: null,
  entityType: 'roles',
})

const writeView = (view: ViewJson): Row => ({
  schema: view.schema,
  name: view.name,
  definition: view.definition ?? null,
  with: view.with ? allOptions(view.with) : null,
  withNoData: view.withNoData ?? null,
  using: view.using ?? null,
  tablespace: view.tablespace ?? null,
  materialized: view.materialized,
  entityType: 'views',
})

/** All options that a view can have. A catalog says them as texts, drizzle-kit wants numbers and truth values. */
function allOptions(said: Readonly<Record<string, unknown>>): RowOf<'views'>['with'] {
  const plain = (value: unknown) =>
    typeof value === 'string' && /^(true|false|-?\d+(\.\d+)?)$/.test(value) ? JSON.parse(value) : value
  const options = Object.keys(viewOptions.entries).map((name) => [name, plain(said[name]) ?? null])
  return Object.fromEntries(options) as RowOf<'views'>['with']
}

export function readRows(rows: readonly Row[]): State {
  const all = byType(rows)
  const place = ({ schema, table }: { readonly schema: string; readonly table: string }) =>
    JSON.stringify([schema, table])
  const of = new Map<string, Row[]>()
  for (const row of rows) if ('table' in row) of.set(place(row), [...(of.get(place(row)) ?? []), row])
  const tables = all.tables ?? []
  const known = new Set(tables.map(({ schema, name }) => place({ schema, table: name })))
  return {
    version: '7',
    dialect: 'postgresql',
    tables: Object.fromEntries(
      tables.map((table) => [
        path(table),
        readTable(table, byType(of.get(place({ schema: table.schema, table: table.name })) ?? [])),
      ]),
    ),
    enums: inSchemas(all.enums, ({ schema, name, values }) => ({ name, schema, values })),
    schemas: Object.fromEntries((all.schemas ?? []).map(({ name }) => [name, name])),
    sequences: inSchemas(all.sequences, readSequence),
    roles: Object.fromEntries(
      (all.roles ?? []).map(({ name, createDb, createRole, inherit }) => [
        name,
        { name, ...said({ createDb, createRole, inherit }) },
      ]),
    ),
    policies: Object.fromEntries(
      (all.policies ?? [])
        .filter((row) => !known.has(place(row)))
        .map((row) => [
          `${path({ schema: row.schema, name: row.table })}.${row.name}`,
          { ...readPolicy(row), schema: row.schema, on: `"${row.schema}"."${row.table}"` },
        ]),
    ),
    views: inSchemas(all.views, readView),
    _meta: { columns: {}, schemas: {}, tables: {} },
  }
}

const readSequence = (row: RowOf<'sequences'>): SequenceJson => ({
  name: row.name,
  schema: row.schema,
  ...said({
    increment: row.incrementBy,
    startWith: row.startWith,
    minValue: row.minValue,
    maxValue: row.maxValue,
    cache: row.cacheSize === null ? null : String(row.cacheSize),
    cycle: row.cycle,
  }),
})

const readView = (row: RowOf<'views'>): ViewJson => ({
  columns: {},
  name: row.name,
  schema: row.schema,
  isExisting: false,
  materialized: row.materialized,
  ...said({
    definition: row.definition,
    with: row.with && said(row.with),
    withNoData: row.withNoData,
    using: row.using,
    tablespace: row.tablespace,
  }),
})

function byType(rows: readonly Row[]): Belonging {
  const found: Partial<Record<Row['entityType'], Row[]>> = {}
  for (const row of rows) {
    const list = found[row.entityType]
    if (list) list.push(row)
    else found[row.entityType] = [row]
  }
  return found as Belonging
}

const path = (row: { readonly schema: string; readonly name: string }) => `${row.schema}.${row.name}`

const inSchemas = <R extends { readonly schema: string; readonly name: string }, J>(
  rows: readonly R[] = [],
  read: (row: R) => J,
): Record<string, J> => Object.fromEntries(rows.map((row) => [path(row), read(row)]))
