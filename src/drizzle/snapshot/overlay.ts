import * as v from 'valibot'
import { canonical } from '../../schema/hash.ts'
import { type Json, type Key, keyOf, type Obj } from '../../schema/object.ts'
import { Schema } from '../../schema/schema.ts'

/*
 * drizzle-kit's snapshot has no place for much of what a database holds, and refuses keys that it does not know. What it
 * would lose is kept beside it: whole objects, and attributes of objects that it has.
 */

const json = v.custom<Json>(() => true)
const key = v.custom<Key>((value) => typeof value === 'string')
const names = v.record(v.string(), v.string())

const object = v.object({
  kind: v.string(),
  id: names,
  attrs: v.record(v.string(), json),
  parent: v.optional(key),
  refs: v.array(key),
})

const patch = v.object({
  key,
  /** What the snapshot says instead, and what it is: where drizzle-kit has changed the first since, the second is outdated. */
  attrs: v.record(v.string(), v.object({ snapshot: json, value: json })),
  refs: v.array(key),
})

export const overlayFormat = v.object({ objects: v.array(object), attributes: v.array(patch) })

/** What a snapshot does not hold of a state, as plain data. */
export type Overlay = v.InferOutput<typeof overlayFormat>

export const nothingBeyond: Overlay = { objects: [], attributes: [] }

/** What of a state is lost in `held`, the same state as a snapshot gives it back; null where that is nothing. */
export function overlayOf(state: Schema, held: Schema): Overlay | null {
  const objects = state.without(held).map(({ kind, id, attrs, parent, refs }) => ({
    ...{ kind, id, attrs },
    ...(parent && { parent }),
    refs: [...refs],
  }))
  const attributes = [...state].flatMap((object) => {
    const other = held.get(keyOf(object))
    const lost = other ? lostOf(object, other) : []
    return lost.length > 0 ? [{ key: keyOf(object), attrs: Object.fromEntries(lost), refs: [...object.refs] }] : []
  })
  return objects.length + attributes.length > 0 ? { objects, attributes } : null
}

const lostOf = ({ attrs }: Obj, held: Obj) =>
  Object.entries(attrs).flatMap(([name, value]) => {
    const snapshot = held.attrs[name] ?? null
    return same(value, snapshot) ? [] : [[name, { snapshot, value }] as const]
  })

/** The state again. What hangs on something that drizzle-kit has dropped since is gone with it. */
export function lay({ objects, attributes }: Overlay, held: Schema): Schema {
  const all = new Map([...held].map((object) => [keyOf(object), object]))
  for (const { key, attrs, refs } of attributes) {
    const object = all.get(key)
    if (!object) continue
    const kept = Object.entries(attrs).filter(([name, { snapshot }]) => same(object.attrs[name] ?? null, snapshot))
    const values = Object.fromEntries(kept.map(([name, { value }]) => [name, value]))
    if (kept.length > 0) all.set(key, { ...object, attrs: { ...object.attrs, ...values }, refs })
  }
  const waiting = new Set<Obj>(objects.map(({ parent, ...rest }) => ({ ...rest, ...(parent && { parent }) })))
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size
    for (const object of waiting)
      if (!object.parent || all.has(object.parent)) {
        all.set(keyOf(object), object)
        waiting.delete(object)
      }
  }
  return new Schema(all.values())
}

const same = (a: Json, b: Json): boolean => a === b || canonical(a) === canonical(b)
