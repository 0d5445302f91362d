import type { Dialect } from '../dialect/dialect.ts'
import type { View } from '../dialect/kind.ts'
import type { Change } from '../diff/change.ts'
import { SluiceError } from '../errors.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'

type Rename = Change & { readonly verb: 'rename' }

type Uses = (object: Obj, schema: Schema) => readonly Key[]

/*
 * A plan that may run twice drops what it makes anew the second time, too. By then things stand on it that it did not bear
 * the first time.
 */

/**
 * What has made room for another one is gone in the end, and what took its name could be moved aside in its place: only
 * that the other one has its old name no more tells, or that it is of another kind. A condition in SQL; undefined where a
 * rename is none of these.
 * @throws SluiceError `RENAME_UNGUARDED` where something new has that name
 */
export function whileTaken(
  change: Rename,
  changes: readonly Change[],
  view: View,
  { kinds }: Dialect,
): string | undefined {
  if (!change.aside) return undefined
  const comesTo = (k: Key) => changes.find((one): one is Rename => one.verb === 'rename' && one.key === k)
  const taker = comesTo(keyOf(change.from))
  if (!taker) return kinds[change.from.kind]!.stands?.(change.from)
  // Names may move on in a row: the first one is free at the end of it.
  let first = taker
  for (let next = comesTo(keyOf(first.from)); next; next = comesTo(keyOf(first.from))) first = next
  const parent = first.to.parent && view.to.get(first.to.parent)
  const parts = (parent && kinds[parent.kind]!.parts?.of(parent)) ?? []
  const name = keyOf(first.from)
  if (view.to.has(name) || parts.some((part) => keyOf(part) === name))
    throw new SluiceError('RENAME_UNGUARDED', { from: name, to: first.key })
  // The way back says how it would know that it is done.
  return kinds[first.from.kind]!.rename?.({ from: first.to, to: first.from }, view)[0]?.unless
}

/** Drops of what is new on something that is made anew. What holds data stays, whatever comes of it. */
export function inTheWay(
  changes: readonly Change[],
  anew: ReadonlySet<Key>,
  { to }: View,
  dialect: Dialect,
  uses: Uses,
): readonly (Change & { verb: 'drop' })[] {
  const created = changes.flatMap((c) => (c.verb === 'create' && !anew.has(c.key) ? [c] : []))
  const found = new Set(anew)
  const isOn = ({ key, to: object }: (typeof created)[number]) =>
    !found.has(key) && !dialect.kinds[object.kind]!.holdsData && uses(object, to).some((k) => found.has(k))
  for (let next = created.filter(isOn); next.length > 0; next = created.filter(isOn))
    for (const { key } of next) found.add(key)
  return created.filter(({ key }) => found.has(key)).map(({ key, to: from }) => ({ verb: 'drop', key, from }))
}

/** What each drop comes before: what the object uses, and, where no order is right both times, only what it used the first time. */
export function dropOrder(
  drops: readonly (Change & { verb: 'drop' })[],
  { from, to }: Pair<Schema>,
  uses: Uses,
): ReadonlyMap<Key, readonly Key[]> {
  const then = new Map(
    drops.map(({ key, from: object }) => [key, new Set(uses(object, from.has(key) ? from : to))] as const),
  )
  const leads = (at: Key, end: Key, seen = new Set<Key>()): boolean => {
    if (at === end) return true
    if (seen.has(at)) return false
    seen.add(at)
    return [...(then.get(at) ?? [])].some((next) => leads(next, end, seen))
  }
  for (const { key } of drops) {
    const now = to.get(key)
    if (!now) continue
    for (const k of uses(now, to)) if (then.has(k) && !leads(k, key)) then.get(key)!.add(k)
  }
  return new Map(Array.from(then, ([k, used]) => [k, [...used]]))
}
