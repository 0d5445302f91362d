import { column } from '../../postgres/column.ts'
import { isType } from '../../postgres/names.ts'
import { partitionOf } from '../../postgres/partition.ts'
import { postgres } from '../../postgres/postgres.ts'
import { schema } from '../../postgres/schema.ts'
import { tableKey } from '../../postgres/table.ts'
import { type Key, keyOf, kindOf, type Obj } from '../../schema/object.ts'
import type { Config } from '../config.ts'
import type { Library } from '../library.ts'
import { isForeignRole } from '../roles.ts'
import type { Declarations } from './declarations.ts'
import { readDeclared } from './declared.ts'
import { readEnum } from './enum.ts'
import { linksOf, lonelyIn } from './linked.ts'
import { ownTypes } from './own-type.ts'
import { readPolicy } from './policy.ts'
import { makeReader } from './reader.ts'
import { readRole } from './role.ts'
import { readRuntimeDefaults } from './runtime-defaults.ts'
import { readSequence } from './sequence.ts'
import { readTable } from './table.ts'
import { uncasedIn } from './uncased.ts'
import { readMaterializedView, readView } from './view.ts'

/** The objects of a state, what made those beyond Drizzle, what programs fill, and what looks like a slip in their declaration. */
export function readObjects(declared: Declarations, library: Library, { casing, entities }: Config) {
  const reader = makeReader(library, casing, ownTypes([...declared.beyond.keys()]))
  const names = new Set(declared.schemas.map(({ schemaName }) => schemaName))
  const foreign = declared.roles.filter(({ name }) => isForeignRole(name, entities))
  const links = linksOf(declared, library)
  const tables = declared.tables.map((table) => ({ table, key: tableKey(table.schema ?? 'public', table.name) }))
  const base: readonly Obj[] = [
    ...postgres.empty,
    ...declared.roles.filter((role) => !foreign.includes(role)).map(readRole),
    ...[...names].map((name) => schema.make({ name }, {})),
    ...declared.enums.map(readEnum),
    ...declared.sequences.map(readSequence),
    ...declared.views.map((view) => readView(view, reader)),
    ...declared.materializedViews.map((view) => readMaterializedView(view, reader)),
    ...tables.flatMap(({ table, key }) => readTable(table, links.get(key)?.policies ?? [], reader)),
  ]
  const { objects: known, makers } = readDeclared([...declared.beyond.keys()], base, reader)
  const found = [...known.values()]
  for (const { key } of tables) links.delete(key)
  const elsewhere = [...links.values()].flatMap(({ of, policies }) =>
    policies.map((one) => readPolicy(one, of, reader)),
  )
  return {
    objects: [...found, ...elsewhere].map((object) => adopted(object, known)),
    makers,
    runtimeDefaults: readRuntimeDefaults(declared.tables, reader),
    warnings: [
      ...unexportedIn(found, known),
      ...foreign.map(
        ({ name }) => `role ${name} is left to others by the config, so no migration makes it: .existing()`,
      ),
      ...lonelyIn(declared),
      ...uncasedIn(declared, reader, casing),
    ],
  }
}

/** What lies in a schema or a table that nobody exports has no parent: that is somebody else's, as drizzle-kit sees it. */
function adopted(object: Obj, known: ReadonlyMap<Key, Obj>): Obj {
  if (object.parent === undefined || known.has(object.parent)) return object
  const { parent, ...orphan } = object
  return orphan
}

/** What must be there first and may have been left out: what an object lies in, and the types that it is made of. */
const neededBy = (object: Obj): readonly Key[] =>
  [
    ...(column.is(object) ? [] : [partitionOf(object)?.table ?? object.parent]),
    ...object.refs.filter((k) => isType(kindOf(k))),
  ].filter((k) => k !== undefined)

function unexportedIn(objects: readonly Obj[], known: ReadonlyMap<Key, Obj>): readonly string[] {
  const users = new Map<Key, Key>()
  for (const object of objects)
    for (const needed of neededBy(object))
      if (!known.has(needed) && !users.has(needed)) users.set(needed, keyOf(object))
  return [...users].map(
    ([missing, user]) => `${user} needs ${missing}, which the schema files do not export: no migration creates it`,
  )
}
