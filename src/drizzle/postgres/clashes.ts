import { SluiceError } from '../../errors.ts'
import { storedName } from '../../postgres/implied-name.ts'
import { postgres } from '../../postgres/postgres.ts'
import { keyOf, type Obj } from '../../schema/object.ts'
import type { Schema } from '../../schema/schema.ts'

/**
 * Different objects may not share a name where the database has one space for it: an index and a table of a schema,
 * two constraints whose names differ only after 63 bytes.
 * @throws SluiceError `NAMES_CLASH`.
 */
export function refuseClashes(schema: Schema): void {
  const owners = new Map<string, Obj>()
  for (const object of schema) {
    const { claims } = postgres.kinds[object.kind]!
    for (const name of claims?.(stored(object)) ?? []) {
      const owner = owners.get(name)
      if (owner) throw new SluiceError('NAMES_CLASH', { objects: [keyOf(owner), keyOf(object)], name })
      owners.set(name, object)
    }
  }
}

/** The object under the names that the database keeps of it. */
function stored(object: Obj): Obj {
  if (Object.values(object.id).every((name) => storedName(name) === name)) return object
  const names = Object.entries(object.id).map(([part, name]) => [part, storedName(name)])
  return { ...object, id: Object.fromEntries(names) }
}
