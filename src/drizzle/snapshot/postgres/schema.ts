import { enumKey, enumType } from '../../../postgres/enum.ts'
import { materializedView } from '../../../postgres/materialized-view.ts'
import { policy } from '../../../postgres/policy.ts'
import { role } from '../../../postgres/role.ts'
import { schema, schemaKey } from '../../../postgres/schema.ts'
import { ordinarySequence, sequence } from '../../../postgres/sequence.ts'
import { table } from '../../../postgres/table.ts'
import { view } from '../../../postgres/view.ts'
import { withColumns } from '../../../postgres/view-parts.ts'
import { type Key, keyOf } from '../../../schema/object.ts'
import { Schema } from '../../../schema/schema.ts'
import type { SnapshotJson } from './format.ts'
import { readLinkedPolicy, writeLinkedPolicy } from './policy.ts'
import { readNumbers, writeNumbers } from './sequence.ts'
import { readTable, writeTable } from './table.ts'
import { readView, writeMaterializedView, writeView } from './view.ts'

/** The state that a snapshot holds. */
export function readSchema(json: Omit<SnapshotJson, 'id' | 'prevId'>): Schema {
  const schemas = new Set(['public', ...Object.values(json.schemas)])
  // drizzle-kit leaves a schema that nobody exports to others, and makes tables in it all the same
  const parent = (name: string) => (schemas.has(name) ? schemaKey(name) : undefined)
  const enums = new Map<string, Key[]>()
  for (const { schema, name } of Object.values(json.enums))
    enums.set(name, [...(enums.get(name) ?? []), enumKey(schema, name)])
  const objects = [
    ...Object.values(json.roles ?? {}).map(({ name, createDb = false, createRole = false, inherit = true }) =>
      role.make({ name }, { createDb, createRole, inherit }),
    ),
    ...[...schemas].map((name) => schema.make({ name }, {})),
    ...Object.values(json.enums).map(({ schema, name, values }) =>
      enumType.make({ schema, name }, { values }, parent(schema)),
    ),
    ...Object.values(json.sequences ?? {}).map(({ schema, name, ...numbers }) =>
      sequence.make({ schema, name }, { ...ordinarySequence, ...readNumbers(numbers) }, parent(schema)),
    ),
    ...Object.values(json.tables).flatMap((each) => readTable(each, parent(each.schema || 'public'), enums)),
    ...Object.values(json.views ?? {}).map((each) => readView(each, parent(each.schema))),
    ...Object.values(json.policies ?? {}).map(readLinkedPolicy),
  ]
  return withColumns(new Schema(objects))
}

/** The state in drizzle-kit's words: every entry in its order of keys; the entries of a map in order of their names. */
export function writeSchema(state: Schema): Omit<SnapshotJson, 'id' | 'prevId'> {
  const objects = [...state]
  return {
    version: '7',
    dialect: 'postgresql',
    tables: Object.fromEntries(
      // To drizzle-kit a partition would be a table that it does not know: it stays away from it.
      objects
        .filter(table.is)
        .filter(({ attrs }) => !attrs.partitionOf)
        .map((each) => [path(each.id), writeTable(each, state.children(keyOf(each)))]),
    ),
    enums: Object.fromEntries(
      objects
        .filter(enumType.is)
        .map(({ id, attrs }) => [path(id), { name: id.name, schema: id.schema, values: [...attrs.values] }]),
    ),
    schemas: Object.fromEntries(
      objects
        .filter(schema.is)
        .filter(({ id }) => id.name !== 'public')
        .map(({ id }) => [id.name, id.name]),
    ),
    sequences: Object.fromEntries(
      objects
        .filter(sequence.is)
        .map(({ id, attrs }) => [path(id), { name: id.name, schema: id.schema, ...writeNumbers(attrs) }]),
    ),
    roles: Object.fromEntries(objects.filter(role.is).map(({ id, attrs }) => [id.name, { ...id, ...attrs }])),
    policies: Object.fromEntries(
      objects
        .filter(policy.is)
        .filter(({ parent }) => parent === undefined)
        .map((each) => [each.id.name, writeLinkedPolicy(each)]),
    ),
    views: Object.fromEntries([
      ...objects.filter(view.is).map((each) => [path(each.id), writeView(each)] as const),
      ...objects.filter(materializedView.is).map((each) => [path(each.id), writeMaterializedView(each)] as const),
    ]),
    _meta: { columns: {}, schemas: {}, tables: {} },
  }
}

const path = (id: { readonly schema: string; readonly name: string }): string => `${id.schema}.${id.name}`
