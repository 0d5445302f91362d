import type { Dialect } from '../dialect/dialect.ts'
import { type Key, keyOf, kindOf } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import { same } from './same.ts'

/** A state with the parts of its objects as objects of their own, where the other state does not have the same object. */
export function withParts(schema: Schema, other: Schema, dialect: Dialect): Schema {
  const parts = [...schema].flatMap((object) => {
    const { parts } = dialect.kinds[object.kind]!
    if (!parts) return []
    const twin = other.get(keyOf(object))
    return twin && same(twin.attrs, object.attrs) ? [] : parts.of(object)
  })
  return parts.length > 0 ? new Schema([...schema, ...parts]) : schema
}

/** The state without its parts, each object with the names that they have by now. */
export function withoutParts(schema: Schema, dialect: Dialect): Schema {
  const partsOf = (k: Key) => dialect.kinds[kindOf(k)]!.parts
  return new Schema(
    [...schema].flatMap((object) => {
      if (object.parent && partsOf(object.parent)?.kind === object.kind) return []
      const parts = partsOf(keyOf(object))
      const held = parts ? schema.children(keyOf(object)).filter(({ kind }) => kind === parts.kind) : []
      return held.length > 0 ? (parts?.whole(object, held) ?? object) : object
    }),
  )
}
