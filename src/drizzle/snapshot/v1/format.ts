import * as v from 'valibot'
import { viewOptions } from '../postgres/format.ts'

/*
 * The Postgres snapshots of drizzle-kit 1.0, versions 8 and 9, as 1.0.0-rc.5 validates and writes them
 * (src/dialects/postgres/ddl.ts and snapshot.ts in its bundle): a state is a list of rows, one for each thing in it. As
 * strict as drizzle-kit: a key that is not known here would be lost.
 */

const text = v.string()
const flag = v.boolean()
const names = v.array(text)
const textOrNull = v.nullable(text)
const flagOrNull = v.nullable(flag)
const numberOrNull = v.nullable(v.number())
const inSchema = { schema: text, name: text }
const inTable = { schema: text, table: text, name: text }
const action = v.nullable(v.picklist(['NO ACTION', 'RESTRICT', 'SET NULL', 'CASCADE', 'SET DEFAULT']))

const nullable = <E extends v.ObjectEntries>(entries: E) =>
  Object.fromEntries(Object.entries(entries).map(([name, schema]) => [name, v.nullable(schema)])) as {
    [K in keyof E]: v.NullableSchema<E[K], undefined>
  }

const row = <N extends string, E extends v.ObjectEntries>(entityType: N, entries: E) =>
  v.strictObject({ ...entries, entityType: v.literal(entityType) })

const column = row('columns', {
  ...inTable,
  type: text,
  /** Of an enum, its schema; the name stands in `type`. */
  typeSchema: textOrNull,
  notNull: flag,
  /** How many lists it lies in. */
  dimensions: v.number(),
  default: textOrNull,
  generated: v.nullable(v.strictObject({ as: text, type: v.literal('stored') })),
  identity: v.nullable(
    v.strictObject({
      type: v.picklist(['always', 'byDefault']),
      name: text,
      increment: textOrNull,
      startWith: textOrNull,
      minValue: textOrNull,
      maxValue: textOrNull,
      cache: numberOrNull,
      cycle: flagOrNull,
    }),
  ),
})

const index = row('indexes', {
  ...inTable,
  nameExplicit: flag,
  columns: v.array(
    v.strictObject({
      value: text,
      isExpression: flag,
      asc: flag,
      nullsFirst: flag,
      opclass: v.nullable(v.strictObject({ name: text, default: flag })),
    }),
  ),
  isUnique: flag,
  where: textOrNull,
  /** `m=16, ef_construction=64` */
  with: text,
  method: text,
  concurrently: flag,
})

const foreignKey = row('fks', {
  ...inTable,
  nameExplicit: flag,
  columns: names,
  schemaTo: text,
  tableTo: text,
  columnsTo: names,
  onUpdate: action,
  onDelete: action,
})

const policy = row('policies', {
  ...inTable,
  as: v.picklist(['PERMISSIVE', 'RESTRICTIVE']),
  for: v.picklist(['ALL', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']),
  roles: names,
  using: textOrNull,
  withCheck: textOrNull,
})

const sequence = row('sequences', {
  ...inSchema,
  incrementBy: textOrNull,
  minValue: textOrNull,
  maxValue: textOrNull,
  startWith: textOrNull,
  cacheSize: numberOrNull,
  cycle: flagOrNull,
})

const role = row('roles', {
  name: text,
  superuser: flagOrNull,
  createDb: flagOrNull,
  createRole: flagOrNull,
  inherit: flagOrNull,
  canLogin: flagOrNull,
  replication: flagOrNull,
  bypassRls: flagOrNull,
  connLimit: numberOrNull,
  password: textOrNull,
  validUntil: textOrNull,
})

const view = row('views', {
  ...inSchema,
  definition: textOrNull,
  /** All options, null where one is not said. */
  with: v.nullable(v.strictObject(nullable(viewOptions.entries))),
  withNoData: flagOrNull,
  using: textOrNull,
  tablespace: textOrNull,
  materialized: flag,
})

const rowFormat = v.variant('entityType', [
  row('schemas', { name: text }),
  row('tables', { ...inSchema, isRlsEnabled: flag }),
  row('enums', { ...inSchema, values: names }),
  column,
  index,
  foreignKey,
  row('pks', { ...inTable, columns: names, nameExplicit: flag }),
  row('uniques', { ...inTable, nameExplicit: flag, columns: names, nullsNotDistinct: flag }),
  row('checks', { ...inTable, value: text }),
  sequence,
  role,
  // Only `drizzle-kit pull` writes these.
  row('privileges', { grantor: text, grantee: text, schema: text, table: text, type: text, isGrantable: flag }),
  policy,
  view,
])

const delta = v.variant('op', [
  v.strictObject({ op: v.literal('create'), row: rowFormat }),
  v.strictObject({ op: v.literal('drop'), key: text }),
  v.strictObject({ op: v.picklist(['alter', 'rename']), key: text, set: v.record(text, v.unknown()) }),
])

const footprint = v.strictObject({
  statementType: text,
  statementTarget: names,
  writes: names,
  reads: v.optional(names),
  sharedWrites: v.optional(names),
  sqlHash: v.optional(text),
})

const head = { dialect: v.literal('postgres'), id: text, prevIds: names }
const inVersion9 = { version: v.literal('9'), ...head, footprints: v.array(footprint) }

export const snapshotFormat = v.variant('version', [
  v.strictObject({ version: v.literal('8'), ...head, ddl: v.array(rowFormat), renames: v.optional(names) }),
  v.variant('type', [
    v.strictObject({ type: v.literal('base'), ...inVersion9, ddl: v.array(rowFormat) }),
    v.strictObject({ type: v.literal('diff'), ...inVersion9, deltas: v.array(delta) }),
  ]),
])

export type SnapshotJson = v.InferInput<typeof snapshotFormat>
/** One thing of a state. */
export type Row = v.InferInput<typeof rowFormat>
export type RowOf<T extends Row['entityType']> = Extract<Row, { readonly entityType: T }>
/** A change of a state by one row; `key` is `entityType`, NUL and the JSON of its names. */
export type Delta = v.InferInput<typeof delta>
/** What a statement touches: drizzle-kit tells by it whether two branches can be merged. */
export type Footprint = v.InferInput<typeof footprint>
