import type { Dialect } from '../dialect/dialect.ts'
import { type Json, type Key, key, keyOf, nameOf, type Obj } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'

/** A state after renames, and what every moved object was called before them. */
export interface Renamed {
  readonly schema: Schema
  /** New key → old key, of the renamed objects and all below them. */
  readonly moved: ReadonlyMap<Key, Key>
}

/**
 * Carries renames through a whole state: ids, keys and parents of everything below a renamed object, refs, keys inside
 * attributes, and names inside texts.
 */
export function applyRenames(schema: Schema, renames: ReadonlyMap<Key, Obj>, dialect: Dialect): Renamed {
  const forward = new Map<Key, Key>()
  const ids = new Map<Key, Readonly<Record<string, string>>>()
  const visit = (object: Obj, id: Readonly<Record<string, string>>): void => {
    const from = keyOf(object)
    ids.set(from, id)
    forward.set(from, keyOf({ kind: object.kind, id }))
    for (const child of schema.children(from)) visit(child, renames.get(keyOf(child))?.id ?? moveBelow(child.id, id))
  }
  for (const object of schema) {
    const to = renames.get(keyOf(object))
    if (to) visit(object, to.id)
  }
  for (const object of schema) {
    const { calledAfter } = dialect.kinds[object.kind]!
    if (!calledAfter) continue
    const id = ids.get(keyOf(object)) ?? object.id
    const others = Object.entries(calledAfter).flatMap(([part, kind]) => {
      const now = forward.get(key(kind!, id[part]!))
      return now ? [[part, nameOf(now)]] : []
    })
    if (others.length > 0) visit(object, { ...id, ...Object.fromEntries(others) })
  }
  const follow = <T>(k: T): T => (forward.get(k as Key) as T | undefined) ?? k
  const renameInText = dialect.renamer(forward, schema)
  const renameAttrs = (object: Obj): Obj['attrs'] => {
    const texts = new Set<string>(dialect.kinds[object.kind]!.texts)
    const known = new Set<Json>(object.refs)
    const walk = (value: Json, text: boolean): Json => {
      if (typeof value === 'string') {
        if (known.has(value)) return follow(value)
        return text ? renameInText(value, object) : value
      }
      if (Array.isArray(value)) return value.map((one: Json) => walk(one, text))
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, text)]))
    }
    return Object.fromEntries(Object.entries(object.attrs).map(([name, value]) => [name, walk(value, texts.has(name))]))
  }
  const objects = Array.from(
    schema,
    (object): Obj => ({
      ...object,
      id: ids.get(keyOf(object)) ?? object.id,
      refs: object.refs.map(follow),
      attrs: renameAttrs(object),
      ...(object.parent && { parent: follow(object.parent) }),
    }),
  )
  return { schema: new Schema(objects), moved: new Map(Array.from(forward, ([from, to]) => [to, from])) }
}

/** The id of a child begins with the values of its parent's id. */
function moveBelow(id: Readonly<Record<string, string>>, parent: Readonly<Record<string, string>>) {
  const above = Object.values(parent)
  return Object.fromEntries(Object.entries(id).map(([part, name], i) => [part, above[i] ?? name]))
}
