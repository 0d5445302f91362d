import { column } from '../../postgres/column.ts'
import { postgres } from '../../postgres/postgres.ts'
import { schema, schemaKey } from '../../postgres/schema.ts'
import { type Key, keyOf, namesOf, type Obj } from '../../schema/object.ts'
import type { Config } from '../config.ts'
import type { Library } from '../library.ts'
import type { Declarations } from './declarations.ts'
import { readEnum } from './enum.ts'
import { makeReader } from './reader.ts'
import { readSequence } from './sequence.ts'
import { readTable } from './table.ts'

/** The objects of a state, and what looks like a slip in their declaration. */
export function readObjects(declared: Declarations, library: Library, casing: Config['casing']) {
  const reader = makeReader(library, casing)
  const objects: readonly Obj[] = [
    ...declared.enums.map(readEnum),
    ...declared.sequences.map(readSequence),
    ...declared.tables.flatMap((table) => readTable(table, reader)),
  ]
  return { objects: [...schemasOf(declared, objects), ...objects], warnings: unexportedEnums(objects) }
}

/** A schema that holds something is there, exported or not. */
function schemasOf({ schemas }: Declarations, objects: readonly Obj[]): readonly Obj[] {
  const names = [...schemas.map(({ schemaName }) => schemaName), ...objects.map(({ id }) => Object.values(id)[0]!)]
  const others = [...new Set(names)].filter((name) => !postgres.empty.has(schemaKey(name)))
  return [...postgres.empty, ...others.map((name) => schema.make({ name }, {}))]
}

function unexportedEnums(objects: readonly Obj[]): readonly string[] {
  const known = new Set(objects.map(keyOf))
  const missing = new Map<Key, Key>()
  for (const object of objects)
    if (column.is(object) && object.attrs.enum && !known.has(object.attrs.enum) && !missing.has(object.attrs.enum))
      missing.set(object.attrs.enum, keyOf(object))
  return [...missing].map(
    ([type, user]) =>
      `the enum "${namesOf(type).join('.')}" of the column "${namesOf(user).join('.')}" is not exported from the schema files, so nothing creates it`,
  )
}
