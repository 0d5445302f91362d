import { column } from '../../postgres/column.ts'
import { postgres } from '../../postgres/postgres.ts'
import { schema } from '../../postgres/schema.ts'
import { type Key, keyOf, type Obj } from '../../schema/object.ts'
import type { Config } from '../config.ts'
import type { Library } from '../library.ts'
import type { Declarations } from './declarations.ts'
import { readDeclared } from './declared.ts'
import { readEnum } from './enum.ts'
import { makeReader } from './reader.ts'
import { readSequence } from './sequence.ts'
import { readTable } from './table.ts'

/** The objects of a state, what made those beyond Drizzle, and what looks like a slip in their declaration. */
export function readObjects(declared: Declarations, library: Library, casing: Config['casing']) {
  const reader = makeReader(library, casing)
  const names = new Set(declared.schemas.map(({ schemaName }) => schemaName))
  const base: readonly Obj[] = [
    ...postgres.empty,
    ...[...names].map((name) => schema.make({ name }, {})),
    ...declared.enums.map(readEnum),
    ...declared.sequences.map(readSequence),
    ...declared.tables.flatMap((table) => readTable(table, reader)),
  ]
  const { objects: found, makers } = readDeclared([...declared.beyond.keys()], base, reader)
  // What others name as their parent or their type: no part of a table.
  const known = new Set(found.filter(({ id }) => !('table' in id)).map(keyOf))
  return { objects: found.map((object) => adopted(object, known)), makers, warnings: unexportedIn(found, known) }
}

/** What lies in a schema that nobody exports has no parent: the schema is somebody else's, as drizzle-kit sees it. */
function adopted(object: Obj, known: ReadonlySet<Key>): Obj {
  if (object.parent === undefined || known.has(object.parent)) return object
  const { parent, ...orphan } = object
  return orphan
}

function unexportedIn(objects: readonly Obj[], known: ReadonlySet<Key>): readonly string[] {
  const users = new Map<Key, Key>()
  for (const object of objects) {
    const needed = column.is(object) ? object.attrs.of : object.parent
    if (needed && !known.has(needed) && !users.has(needed)) users.set(needed, keyOf(object))
  }
  return [...users].map(
    ([missing, user]) => `${user} needs ${missing}, which the schema files do not export: no migration creates it`,
  )
}
