import type { Dialect } from '../dialect/dialect.ts'
import type { Diff } from '../diff/diff.ts'
import { directPartitionsOf, isPartitioned } from '../postgres/partition.ts'
import { type Json, type Key, keyOf, namesOf, type Obj, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'

/**
 * The part of two states that a change can meet: the touched objects with all their parts, what they refer to, and what
 * refers to them. What stands further away is taken only as far as it is needed to build these, so that the size follows
 * the change and not the schema. Keys are those after the renames.
 */
export function neighbourhood(pair: Pair<Schema>, diff: Diff, touched: Iterable<Key>, dialect: Dialect): Pair<Schema> {
  const sides = [diff.from, pair.to]
  const uses = (object: Obj, schema: Schema) => usesOf(object, schema, dialect)
  const whole = new Set<Key>()
  const open: Key[] = []
  const centre = new Set(touched)
  for (const k of centre) {
    open.push(k)
    for (const schema of sides) if (schema.has(k)) whole.add(wholeOf(k, schema, dialect))
  }
  // The rows of a table that is spread lie in its partitions, and they have its columns, constraints and indexes.
  for (const k of whole)
    if (isPartitioned(k, pair))
      for (const schema of sides) for (const one of directPartitionsOf(k, schema)) whole.add(keyOf(one))
  // Behind the outermost name: the last one alone need not be how a text calls it.
  const spelled = [...centre].flatMap((k) => namesOf(k).slice(1)).map(plain)
  const isSpelledIn = (value: Json): boolean => {
    const text = value === null ? '' : plain(typeof value === 'string' ? value : JSON.stringify(value))
    return text !== '' && spelled.some((name) => name !== '' && text.includes(name))
  }
  // Looking for names in every text of a large schema is what would cost.
  const mayFind = ({ kind, attrs, refs }: Obj): boolean => {
    const { finds, reads, texts } = dialect.kinds[kind]!
    if (reads) return isSpelledIn(attrs)
    if (!finds) return false
    return texts ? texts.some((attr) => isSpelledIn(attrs[attr] ?? null)) : refs.some((k) => whole.has(k))
  }
  for (const schema of sides)
    for (const object of schema) {
      const named = object.refs.some((k) => centre.has(k)) || (object.parent && centre.has(object.parent))
      if (named || (mayFind(object) && uses(object, schema).some((k) => centre.has(k)))) open.push(keyOf(object))
    }
  open.push(...whole)

  const kept = new Set<Key>()
  for (let k = open.pop(); k; k = open.pop()) {
    if (kept.has(k)) continue
    kept.add(k)
    for (const schema of sides) {
      const object = schema.get(k)
      if (!object) continue
      open.push(...uses(object, schema))
      for (const part of schema.children(k).filter(({ kind }) => dialect.kinds[kind]!.cascades)) {
        const inside = uses(part, schema).every((used) => used === k || schema.get(used)?.parent === k)
        if (inside || whole.has(k)) open.push(keyOf(part))
      }
    }
  }
  return {
    // A part of an object is in it, and no object of its own.
    from: only(kept, (k) => (diff.from.has(k) ? diff.before(k) : undefined), dialect),
    to: only(kept, (k) => pair.to.get(k), dialect),
  }
}

/** What an object stands on: its parent, what its attributes name, what is found in its texts, and what must be there when it is made. */
export const usesOf = (object: Obj, schema: Schema, dialect: Dialect): readonly Key[] => [
  ...(object.parent ? [object.parent] : []),
  ...object.refs,
  ...(dialect.kinds[object.kind]!.finds?.(object, schema) ?? []),
  ...(dialect.kinds[object.kind]!.reads?.(object, schema) ?? []),
]

/** A name as it may stand in a text: unquoted, in another case, or escaped. */
const plain = (text: string): string => text.toLowerCase().replace(/["\\]/g, '')

/** What an object is a part of: what goes with its parent belongs to the parent. */
function wholeOf(k: Key, schema: Schema, dialect: Dialect): Key {
  const { kind, parent } = schema.get(k)!
  return parent && dialect.kinds[kind]!.cascades ? wholeOf(parent, schema, dialect) : k
}

/** What every database holds stays: it needs no building. */
function only(keys: ReadonlySet<Key>, get: (k: Key) => Obj | undefined, dialect: Dialect): Schema {
  const objects = new Map([...dialect.empty].map((object) => [keyOf(object), object]))
  for (const k of keys) {
    const object = get(k)
    if (object) objects.set(keyOf(object), object)
  }
  return new Schema(objects.values())
}
