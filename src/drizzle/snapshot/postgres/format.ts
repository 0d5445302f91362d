import * as v from 'valibot'
import type { Json } from '../../../schema/object.ts'

/*
 * The Postgres snapshot of version 7, as drizzle-kit 0.31.11 validates and writes it (src/serializer/pgSchema.ts and
 * pgSerializer.ts in its bundle). As strict as drizzle-kit: a key that is not known here would be lost.
 */

const text = v.string()
const flag = v.boolean()
const names = v.array(text)
const map = <T extends v.GenericSchema>(entry: T) => v.record(text, entry)
const scalar = v.union([text, v.number(), flag])
const action = v.picklist(['no action', 'restrict', 'cascade', 'set null', 'set default'])

const numbers = {
  increment: v.optional(text),
  startWith: v.optional(text),
  minValue: v.optional(text),
  maxValue: v.optional(text),
  cache: v.optional(text),
  cycle: v.optional(flag),
}
const sequence = v.strictObject({ name: text, schema: text, ...numbers })
const identity = v.strictObject({ type: v.picklist(['always', 'byDefault']), name: text, schema: text, ...numbers })

const column = v.strictObject({
  name: text,
  type: text,
  typeSchema: v.optional(text),
  primaryKey: flag,
  notNull: flag,
  generated: v.optional(v.strictObject({ as: text, type: v.literal('stored') })),
  identity: v.optional(identity),
  default: v.optional(v.custom<Json>(() => true)),
})

const index = v.strictObject({
  name: text,
  columns: v.array(
    v.strictObject({
      expression: text,
      isExpression: flag,
      asc: flag,
      nulls: v.optional(v.picklist(['first', 'last'])),
      opclass: v.optional(text),
    }),
  ),
  isUnique: flag,
  where: v.optional(text),
  concurrently: v.optional(flag),
  method: v.optional(text),
  with: v.optional(map(scalar)),
})

const foreignKey = v.strictObject({
  name: text,
  tableFrom: text,
  tableTo: text,
  schemaTo: v.optional(text),
  columnsFrom: names,
  columnsTo: names,
  onDelete: v.optional(action),
  onUpdate: v.optional(action),
})

const policyEntries = {
  name: text,
  as: v.optional(v.picklist(['PERMISSIVE', 'RESTRICTIVE'])),
  for: v.optional(v.picklist(['ALL', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'])),
  to: v.optional(names),
  using: v.optional(text),
  withCheck: v.optional(text),
}
const policy = v.strictObject(policyEntries)
/** Of a table that the schema files do not export: `on` names it, quoted and not escaped. */
const linkedPolicy = v.strictObject({ ...policyEntries, on: text, schema: text })

const role = v.strictObject({
  name: text,
  createDb: v.optional(flag),
  createRole: v.optional(flag),
  inherit: v.optional(flag),
})

const table = v.pipe(
  v.strictObject({
    name: text,
    schema: text,
    columns: map(column),
    indexes: map(index),
    foreignKeys: map(foreignKey),
    compositePrimaryKeys: map(v.strictObject({ name: text, columns: names })),
    uniqueConstraints: v.optional(map(v.strictObject({ name: text, nullsNotDistinct: flag, columns: names }))),
    policies: v.optional(map(policy)),
    checkConstraints: v.optional(map(v.strictObject({ name: text, value: text }))),
    isRLSEnabled: v.optional(flag),
  }),
  v.check(
    ({ columns, compositePrimaryKeys }) =>
      Object.keys(compositePrimaryKeys).length + Number(Object.values(columns).some((c) => c.primaryKey)) < 2,
    'a table has one primary key',
  ),
)

const number = v.number()
export const viewOptions = v.strictObject({
  checkOption: v.picklist(['local', 'cascaded']),
  securityBarrier: flag,
  securityInvoker: flag,
  fillfactor: number,
  toastTupleTarget: number,
  parallelWorkers: number,
  autovacuumEnabled: flag,
  vacuumIndexCleanup: v.picklist(['auto', 'off', 'on']),
  vacuumTruncate: flag,
  autovacuumVacuumThreshold: number,
  autovacuumVacuumScaleFactor: number,
  autovacuumVacuumCostDelay: number,
  autovacuumVacuumCostLimit: number,
  autovacuumFreezeMinAge: number,
  autovacuumFreezeMaxAge: number,
  autovacuumFreezeTableAge: number,
  autovacuumMultixactFreezeMinAge: number,
  autovacuumMultixactFreezeMaxAge: number,
  autovacuumMultixactFreezeTableAge: number,
  logAutovacuumMinDuration: number,
  userCatalogTable: flag,
})

const view = v.strictObject({
  name: text,
  schema: text,
  columns: map(column),
  definition: v.optional(text),
  materialized: flag,
  with: v.optional(v.partial(viewOptions)),
  isExisting: flag,
  withNoData: v.optional(flag),
  using: v.optional(text),
  tablespace: v.optional(text),
})

export const snapshotFormat = v.strictObject({
  id: text,
  prevId: text,
  version: v.literal('7'),
  dialect: v.literal('postgresql'),
  tables: map(table),
  enums: map(v.strictObject({ name: text, schema: text, values: names })),
  schemas: map(text),
  sequences: v.optional(map(sequence)),
  roles: v.optional(map(role)),
  policies: v.optional(map(linkedPolicy)),
  views: v.optional(map(view)),
  _meta: v.object({ columns: map(text), schemas: map(text), tables: map(text) }),
  /** What `drizzle-kit pull` noted while it read a database. Nothing reads it again. */
  internal: v.optional(v.unknown()),
})

export type SnapshotJson = v.InferInput<typeof snapshotFormat>
export type TableJson = v.InferInput<typeof table>
export type ColumnJson = v.InferInput<typeof column>
export type IndexJson = v.InferInput<typeof index>
export type ForeignKeyJson = v.InferInput<typeof foreignKey>
export type PolicyJson = v.InferInput<typeof policy>
export type LinkedPolicyJson = v.InferInput<typeof linkedPolicy>
export type ViewJson = v.InferInput<typeof view>
export type SequenceJson = v.InferInput<typeof sequence>
