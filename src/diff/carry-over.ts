import type { Dialect } from '../dialect/dialect.ts'
import { canonical } from '../schema/hash.ts'
import { depthOf, type Json, type Key, keyOf, type Obj } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import type { Change } from './change.ts'
import type { Diff } from './diff.ts'
import { withoutParts, withParts } from './parts.ts'
import { applyRenames } from './rename.ts'
import { same } from './same.ts'

/** What comes of the changes of one state when they are made to another version of it. */
export interface CarriedOver {
  readonly schema: Schema
  /** The objects that the other version has changed in another way; empty where `schema` holds both. */
  readonly conflicts: readonly Key[]
}

/**
 * Makes the changes between two states to a third one that has parted from the first: a three-way merge, attribute by
 * attribute. Of an attribute that is a list of parts, both may have added some. Knows no kind by name.
 */
export function carryOver(
  { changes, from }: Pick<Diff, 'changes' | 'from'>,
  onto: Schema,
  dialect: Dialect,
): CarriedOver {
  const { schema, conflicts } = renamed(onto, changes, dialect)
  const objects = new Map(schema.entries())
  for (const change of changes) if (!carry(change, objects, dialect)) conflicts.add(change.key)
  const isGone = (k: Key) => !objects.has(k) && from.has(k)
  for (const [k, { parent, refs }] of objects)
    if ((parent && !objects.has(parent)) || refs.some(isGone)) conflicts.add(k)
  return conflicts.size > 0
    ? { schema: onto, conflicts: [...conflicts].sort() }
    : { schema: new Schema(objects.values()), conflicts: [] }
}

/** The state under new names; outer objects first, and each depth at once: names may move on in a row. */
function renamed(onto: Schema, changes: readonly Change[], dialect: Dialect) {
  const renames = changes.flatMap((change) => (change.verb === 'rename' ? [change] : []))
  const conflicts = new Set<Key>()
  if (renames.length === 0) return { schema: onto, conflicts }
  let schema = withParts(onto, new Schema([]), dialect)
  for (const depth of new Set(renames.map(({ to }) => depthOf(to)))) {
    const batch = new Map<Key, Obj>()
    for (const { key, from, to } of renames.filter(({ to }) => depthOf(to) === depth))
      if (schema.has(keyOf(from))) batch.set(keyOf(from), to)
      else if (!schema.has(key)) conflicts.add(key)
    const taken = [...batch].filter(([, to]) => schema.has(keyOf(to)) && !batch.has(keyOf(to)))
    for (const [k, to] of taken) {
      batch.delete(k)
      conflicts.add(keyOf(to))
    }
    schema = applyRenames(schema, batch, dialect).schema
  }
  return { schema: withoutParts(schema, dialect), conflicts }
}

/** False where the other version stands in the way. */
function carry(change: Change, objects: Map<Key, Obj>, dialect: Dialect): boolean {
  const { key } = change
  const there = objects.get(key)
  if (change.verb === 'rename') return true
  if (change.verb === 'create') {
    if (there) return equal(there, change.to, dialect)
    objects.set(key, change.to)
    return true
  }
  if (change.verb === 'drop') {
    if (there && !equal(there, change.from, dialect)) return false
    objects.delete(key)
    return true
  }
  if (!there) return false
  const attrs: Record<string, Json> = { ...there.attrs }
  for (const name of change.attrs) {
    const [from, to, other] = [change.from, change.to, there].map((object) => object.attrs[name] ?? null)
    const merged = merge({ from: from!, to: to!, other: other! }, Boolean(dialect.kinds[there.kind]!.parts))
    if (merged === undefined) return false
    attrs[name] = merged
  }
  const gone = new Set(change.from.refs.filter((ref) => !change.to.refs.includes(ref)))
  const refs = new Set([...there.refs.filter((ref) => !gone.has(ref)), ...change.to.refs])
  objects.set(key, { ...there, attrs, refs: [...refs] })
  return true
}

/** Undefined where both sides have changed the value, and not to the same. */
function merge({ from, to, other }: Record<'from' | 'to' | 'other', Json>, isOfParts: boolean): Json | undefined {
  if (same(other, from)) return to
  if (same(other, to)) return other
  return isOfParts && [from, to, other].every(Array.isArray)
    ? mergeLists(from as readonly Json[], to as readonly Json[], other as readonly Json[])
    : undefined
}

/** Each new item after the one that it follows. Undefined where something was taken out, or the order is another. */
function mergeLists(from: readonly Json[], to: readonly Json[], other: readonly Json[]): Json | undefined {
  const [old, now, theirs] = [from, to, other].map((list) => list.map(canonical))
  const isKept = (list: readonly string[]) =>
    same(
      list.filter((item) => old!.includes(item)),
      old!,
    )
  if (!isKept(now!) || !isKept(theirs!)) return undefined
  const merged = [...other]
  for (const [i, item] of to.entries()) {
    const texts = merged.map(canonical)
    if (!texts.includes(now![i]!)) merged.splice(i === 0 ? 0 : texts.indexOf(now![i - 1]!) + 1, 0, item)
  }
  return merged
}

function equal(one: Obj, other: Obj, dialect: Dialect): boolean {
  const { fields } = dialect.kinds[one.kind]!
  return Object.keys(fields).every(
    (name) => fields[name] === 'ignore' || same(one.attrs[name] ?? null, other.attrs[name] ?? null),
  )
}
